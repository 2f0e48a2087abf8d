package dev.crispconnect.source;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.Width;

/** The settings that decide which websites are read, and whether to go on from offsets of other settings. */
final class WebsitesDefinition {

    static final String ACCEPT = "accept";

    private static final String REFUSE = "refuse";
    private static final String WHAT = "What is read";
    private static final long MINUTE_MS = 60_000;

    private WebsitesDefinition() {}

    static void addTo(ConfigDef definition) {
        addWebsites(definition);
        OneOf changes = new OneOf(REFUSE, ACCEPT);
        definition.define(
                SourceSettings.SETTINGS_CHANGE,
                ConfigDef.Type.STRING,
                REFUSE,
                changes,
                Importance.LOW,
                "What to do when settings that shape the data differ from those under which a unit was read so far: a"
                        + " feed added, another topic.pattern, message.key or people.data, echoes no longer dropped. What"
                        + " was emitted is not emitted again, so it would not go together with what comes. 'refuse': the"
                        + " task fails and names them. 'accept': it goes on with a warning; set it back to 'refuse' once"
                        + " every unit has emitted something.",
                WHAT,
                5,
                Width.SHORT,
                "Change of settings",
                changes);
    }

    private static void addWebsites(ConfigDef definition) {
        definition
                .define(
                        SourceSettings.WEBSITE_IDS,
                        ConfigDef.Type.LIST,
                        List.of(),
                        new WebsiteIds(),
                        Importance.HIGH,
                        "Workspaces to read, by their website id (a UUID: Crisp app, Settings, Setup instructions). Each"
                                + " is read on its own, and tasks share them: one task for its inbox, one for its"
                                + " people and one for its directory (operators and settings), as far as tasks.max allows."
                                + " With a token of tier 'plugin' it may be left empty: then every workspace that installed"
                                + " the plugin is read.",
                        WHAT,
                        1,
                        Width.LONG,
                        "Website ids",
                        List.of(SourceSettings.DISCOVERY_INTERVAL_MS))
                .define(
                        SourceSettings.DISCOVERY_INTERVAL_MS,
                        ConfigDef.Type.LONG,
                        60 * MINUTE_MS,
                        Range.between(MINUTE_MS, 24 * 60 * MINUTE_MS),
                        Importance.LOW,
                        "Milliseconds from one look at which workspaces installed the plugin to the next, where"
                                + " crisp.website.ids is empty. A look costs one call per page of websites and one more,"
                                + " which proves the end: 3600000 is 48 calls a day for a page. Listing spends 5 % of"
                                + " quota.requests.per.day at most; where that is not enough, it is done less often. When"
                                + " the workspaces changed, all tasks are configured anew.",
                        WHAT,
                        4,
                        Width.SHORT,
                        "Discovery interval (ms)",
                        new WhenDiscovering());
    }

    /** Shows the setting only where it has an effect. */
    private static final class WhenDiscovering implements ConfigDef.Recommender {

        @Override
        public List<Object> validValues(String name, Map<String, Object> parsedConfig) {
            return List.of();
        }

        @Override
        public boolean visible(String name, Map<String, Object> parsedConfig) {
            return !(parsedConfig.get(SourceSettings.WEBSITE_IDS) instanceof List<?> websites) || websites.isEmpty();
        }
    }
}
