package dev.crispconnect.source;

import dev.crispconnect.client.Tier;
import dev.crispconnect.client.connect.ConnectionKeys;
import dev.crispconnect.source.budget.BudgetSettings;
import java.util.Locale;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.Width;

/** The settings that decide how many calls a day may cost. */
final class BudgetDefinition {

    static final String QUOTA_REQUESTS_PER_DAY = "quota.requests.per.day";
    static final String QUOTA_RESERVE_PERCENT = "quota.reserve.percent";

    private static final String HOW_MUCH = "How many calls";
    private static final int BY_TIER = -1;

    /** API reference, section 2.2. */
    private static final int OF_A_WEBSITE_TOKEN = 10_000;

    private static final int OF_A_PLUGIN_TOKEN = 5_000;

    private BudgetDefinition() {}

    static void addTo(ConfigDef definition) {
        definition
                .define(
                        QUOTA_REQUESTS_PER_DAY,
                        ConfigDef.Type.INT,
                        BY_TIER,
                        Range.atLeast(BY_TIER),
                        Importance.MEDIUM,
                        "Calls a day (UTC) that the connector sends at most, its tasks together; then reading waits for"
                                + " midnight. Not below tasks.max. What was spent is kept in the offsets. Set it lower to"
                                + " leave a part of the token's quota to others, such as a sink; set it higher when Crisp"
                                + " raised the quota. -1 for what Crisp gives to the token's tier: 10,000 for 'website',"
                                + " 5,000 for 'plugin', no bound for 'user'. 0 for no bound of its own: Crisp refuses calls"
                                + " when the quota is used up, and reading waits, trying one call now and then.",
                        HOW_MUCH,
                        1,
                        Width.SHORT,
                        "Quota (requests per day)")
                .define(
                        QUOTA_RESERVE_PERCENT,
                        ConfigDef.Type.INT,
                        30,
                        Range.between(0, 90),
                        Importance.LOW,
                        "Percent of a day's calls that reading the past leaves to following changes. The past takes longer"
                                + " with more; with 0 it may use up a day's calls in an hour, and changes wait for midnight."
                                + " Without effect when quota.requests.per.day is 0.",
                        HOW_MUCH,
                        2,
                        Width.SHORT,
                        "Reserve (percent)");
    }

    static BudgetSettings parse(AbstractConfig config) {
        int perDay = config.getInt(QUOTA_REQUESTS_PER_DAY);
        Tier tier = Tier.valueOf(config.getString(ConnectionKeys.TOKEN_TIER).toUpperCase(Locale.ROOT));
        return new BudgetSettings(perDay == BY_TIER ? of(tier) : perDay, config.getInt(QUOTA_RESERVE_PERCENT));
    }

    private static int of(Tier tier) {
        return switch (tier) {
            case WEBSITE -> OF_A_WEBSITE_TOKEN;
            case PLUGIN -> OF_A_PLUGIN_TOKEN;
            case USER -> 0;
        };
    }
}
