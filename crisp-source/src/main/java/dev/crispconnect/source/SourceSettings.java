package dev.crispconnect.source;

import dev.crispconnect.client.ClientSettings;
import dev.crispconnect.client.connect.ConnectionKeys;
import dev.crispconnect.client.connect.TaskExposure;
import dev.crispconnect.source.budget.Patience;
import dev.crispconnect.source.capture.CaptureSettings;
import dev.crispconnect.source.feed.Aside;
import dev.crispconnect.source.feed.FeedPlan;
import dev.crispconnect.source.feed.Pacing;
import dev.crispconnect.source.position.Unit;
import dev.crispconnect.source.position.UnitKey;
import dev.crispconnect.source.record.Feed;
import dev.crispconnect.source.record.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.config.AbstractConfig;

/**
 * The settings of the source, parsed.
 *
 * @param taskName of the task, for its thread and its log lines
 * @param client what the client needs to be opened
 * @param liveCheck how long validating may ask Crisp itself; empty when it is not to
 * @param websiteIds the workspaces; empty for all that installed the plugin
 * @param discoveryInterval from one look at which those are to the next
 * @param acceptsChange whether to go on from an offset whose data was shaped by other settings
 * @param capture how changes are heard of
 * @param plan what is read of each
 * @param aside what is told beside that
 */
record SourceSettings(
        String taskName,
        ClientSettings client,
        Optional<Duration> liveCheck,
        List<String> websiteIds,
        Duration discoveryInterval,
        boolean acceptsChange,
        CaptureSettings capture,
        FeedPlan plan,
        Aside aside) {

    static final String WEBSITE_IDS = "crisp.website.ids";
    static final String DISCOVERY_INTERVAL_MS = "website.discovery.interval.ms";
    static final String SETTINGS_CHANGE = "settings.change";
    static final String FEEDS = "feeds";
    static final String TOPIC_PATTERN = "topic.pattern";
    static final String POLL_INTERVAL_MS = "poll.interval.ms";
    static final String PEOPLE_POLL_INTERVAL_MS = "people.poll.interval.ms";
    static final String PEOPLE_DATA = "people.data";
    static final String DIRECTORY_POLL_INTERVAL_MS = "directory.poll.interval.ms";
    static final String AUDIT_INTERVAL_MS = "audit.interval.ms";
    static final String REFRESH_INTERVAL_MS = "refresh.interval.ms";
    static final String OVERLAP_MS = "overlap.ms";
    static final String SAFETY_LAG_MS = "safety.lag.ms";

    /** What the past asks for early must not hold up other calls: the one that is waited for, and where to connect. */
    private static final int MAX_IN_FLIGHT = FeedPlan.MOST_EARLY_CALLS + 2;

    SourceSettings {
        websiteIds = List.copyOf(websiteIds);
    }

    /** @throws org.apache.kafka.common.config.ConfigException when a value is missing or not allowed */
    static SourceSettings parse(Map<String, String> props) {
        AbstractConfig config = new AbstractConfig(SourceDefinition.config(), props, false);
        Set<String> websites = new LinkedHashSet<>();
        for (String website : config.getList(WEBSITE_IDS)) {
            websites.add(website.toLowerCase(Locale.ROOT));
        }
        Set<Feed> feeds = EnumSet.noneOf(Feed.class);
        for (String feed : config.getList(FEEDS)) {
            Feed.named(feed).ifPresent(feeds::add);
        }
        CaptureSettings capture = CaptureDefinition.settings(config);
        FeedPlan plan = new FeedPlan(
                feeds,
                RecordDefinition.style(config, new Topics(config.getString(TOPIC_PATTERN))),
                capture.mode() == CaptureSettings.Mode.REALTIME,
                pacing(config),
                config.getBoolean(PEOPLE_DATA),
                SnapshotDefinition.parse(config),
                BudgetDefinition.parse(config),
                new Patience(
                        Duration.ofMillis(config.getInt(ConnectionKeys.RETRY_BACKOFF_BASE_MS)),
                        Duration.ofMillis(config.getInt(ConnectionKeys.RETRY_BACKOFF_MAX_MS))),
                ConnectionKeys.backoff(config));
        ClientSettings client =
                ConnectionKeys.clientSettings(config, MAX_IN_FLIGHT, "crisp-source/" + Version.OF_THIS_BUILD);
        return new SourceSettings(
                taskName(props),
                client,
                ConnectionKeys.liveCheck(config),
                List.copyOf(websites),
                Duration.ofMillis(config.getLong(DISCOVERY_INTERVAL_MS)),
                config.getString(SETTINGS_CHANGE).equals(WebsitesDefinition.ACCEPT),
                capture,
                plan,
                NoticeDefinition.parse(config, String.valueOf(props.get("name"))));
    }

    /** Whether the websites are those that installed the plugin, whichever that are. */
    boolean discovers() {
        return websiteIds.isEmpty();
    }

    /** What is to be read of the websites, one entry for what a task must own whole. */
    List<UnitKey> units(Collection<String> websites) {
        List<UnitKey> units = new ArrayList<>();
        for (String website : websites) {
            if (plan.feeds().contains(Feed.CONVERSATIONS) || plan.feeds().contains(Feed.MESSAGES)) {
                units.add(new UnitKey(website, Unit.INBOX));
            }
            if (plan.feeds().contains(Feed.PEOPLE)) {
                units.add(new UnitKey(website, Unit.PEOPLE));
            }
            if (plan.feeds().contains(Feed.OPERATORS) || plan.feeds().contains(Feed.SETTINGS)) {
                units.add(new UnitKey(website, Unit.DIRECTORY));
            }
            if (plan.feeds().contains(Feed.EVENTS)) {
                units.add(new UnitKey(website, Unit.EVENTS));
            }
        }
        return units;
    }

    /** The feeds that units of these kinds emit. */
    Set<Feed> feedsOf(Collection<UnitKey> units) {
        Set<Feed> feeds = EnumSet.noneOf(Feed.class);
        for (UnitKey unit : units) {
            feeds.addAll(
                    switch (unit.unit()) {
                        case INBOX -> EnumSet.of(Feed.CONVERSATIONS, Feed.MESSAGES);
                        case PEOPLE -> EnumSet.of(Feed.PEOPLE);
                        case DIRECTORY -> EnumSet.of(Feed.OPERATORS, Feed.SETTINGS);
                        case EVENTS -> EnumSet.of(Feed.EVENTS);
                    });
        }
        feeds.retainAll(plan.feeds());
        return feeds;
    }

    /** Named values for a log line: none is a secret. */
    String describe() {
        return "api=" + client.apiUrl() + " tier=" + client.credentials().tier().wire() + " websites="
                + (discovers() ? "discovered" : websiteIds)
                + " " + capture.describe() + " " + plan.describe();
    }

    private static String taskName(Map<String, String> props) {
        return "crisp-source-" + props.get("name") + "-" + props.getOrDefault(TaskExposure.TASK_ID, "0");
    }

    private static Pacing pacing(AbstractConfig config) {
        Duration audit = Duration.ofMillis(config.getLong(AUDIT_INTERVAL_MS));
        Duration refresh = Duration.ofMillis(config.getLong(REFRESH_INTERVAL_MS));
        return new Pacing(
                new Pacing.Every(Duration.ofMillis(config.getLong(POLL_INTERVAL_MS)), audit, refresh),
                new Pacing.Every(Duration.ofMillis(config.getLong(PEOPLE_POLL_INTERVAL_MS)), audit, refresh),
                Duration.ofMillis(config.getLong(DIRECTORY_POLL_INTERVAL_MS)),
                Duration.ofMillis(config.getLong(OVERLAP_MS)),
                Duration.ofMillis(config.getLong(SAFETY_LAG_MS)));
    }
}
