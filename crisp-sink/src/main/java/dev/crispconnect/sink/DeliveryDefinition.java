package dev.crispconnect.sink;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.Width;

/** Defines how commands are executed: side by side, once, again, and how fast. */
final class DeliveryDefinition {

    private static final String DELIVERY = "Delivery";
    private static final int DAY_MS = 86_400_000;

    private DeliveryDefinition() {}

    static void addTo(ConfigDef definition) {
        addMaxInFlight(definition);
        addMaxBuffered(definition);
        addMaxUncommitted(definition);
        addRemembered(definition);
        addLookupDelay(definition);
        addDeadline(definition);
        addRateLimit(definition);
        addQuota(definition);
    }

    private static void addMaxInFlight(ConfigDef definition) {
        definition.define(
                SinkKeys.MAX_IN_FLIGHT,
                ConfigDef.Type.INT,
                64,
                Range.between(1, 1_000),
                Importance.MEDIUM,
                "How many commands a task executes at once. Commands on the same conversation or profile are always"
                        + " executed one after another.",
                DELIVERY,
                1,
                Width.SHORT,
                "Maximum in flight");
    }

    private static void addMaxBuffered(ConfigDef definition) {
        definition.define(
                SinkKeys.MAX_BUFFERED_RECORDS,
                ConfigDef.Type.INT,
                5_000,
                Range.between(1, 1_000_000),
                Importance.LOW,
                "How many records a task may hold without an outcome, divided evenly among its partitions. A partition"
                        + " that has its share is paused, at half of it resumed; so are all when the sum is reached. One"
                        + " poll of the consumer (max.poll.records) may go beyond it.",
                DELIVERY,
                2,
                Width.SHORT,
                "Maximum buffered records");
    }

    private static void addMaxUncommitted(ConfigDef definition) {
        definition.define(
                SinkKeys.MAX_UNCOMMITTED_RECORDS,
                ConfigDef.Type.INT,
                500,
                Range.between(0, 1_000_000),
                Importance.MEDIUM,
                "How many records of a partition a task may execute beyond what is committed. After a restart or rebalance"
                        + " as many are in doubt: messages among them are looked up before they are sent, at one more call"
                        + " each. More lets a partition go on longer beside a command that must be repeated. Do not lower"
                        + " it while the connector has commands to execute. 0 for no bound: then nothing is looked up, and"
                        + " a crash may send messages twice.",
                DELIVERY,
                3,
                Width.SHORT,
                "Maximum uncommitted records");
    }

    private static void addRemembered(ConfigDef definition) {
        definition.define(
                SinkKeys.REMEMBERED_COMMAND_IDS,
                ConfigDef.Type.INT,
                10_000,
                Range.between(0, 1_000_000),
                Importance.LOW,
                "How many ids of executed commands a task remembers. A command that comes again under the same id, to do"
                        + " the same to the same, is skipped. Only ids that were given count.",
                DELIVERY,
                4,
                Width.SHORT,
                "Remembered command ids");
    }

    private static void addLookupDelay(ConfigDef definition) {
        definition.define(
                SinkKeys.LOOKUP_DELAY_MS,
                ConfigDef.Type.INT,
                1_000,
                Range.between(0, 60_000),
                Importance.LOW,
                "Milliseconds that Crisp may take until a message it accepted can be read, its caches included. A message"
                        + " whose answer was lost is looked up after this time, and the first commands of a partition wait"
                        + " as long after it was assigned and the first of them came. What only the cache misses is asked for"
                        + " once more after this time.",
                DELIVERY,
                5,
                Width.SHORT,
                "Look-up delay (ms)");
    }

    private static void addDeadline(ConfigDef definition) {
        definition.define(
                SinkKeys.RETRY_DEADLINE_MS,
                ConfigDef.Type.INT,
                600_000,
                Range.between(1, DAY_MS),
                Importance.MEDIUM,
                "Milliseconds a command is repeated while Crisp does not serve it, from its first call; then its record is"
                        + " refused. Its lane waits meanwhile. Time in which Crisp throttles the token does not count, so"
                        + " an exhausted quota refuses nothing.",
                DELIVERY,
                6,
                Width.SHORT,
                "Retry deadline (ms)");
    }

    private static void addRateLimit(ConfigDef definition) {
        definition.define(
                SinkKeys.RATE_LIMIT_REQUESTS_PER_SECOND,
                ConfigDef.Type.DOUBLE,
                0.0,
                Range.between(0, 100_000),
                Importance.MEDIUM,
                "Calls a second that the connector sends at most, its tasks together; may be a fraction. 0 for no bound of"
                        + " its own: tasks find out by themselves what Crisp allows, and slow down when it refuses.",
                DELIVERY,
                7,
                Width.SHORT,
                "Rate limit (requests per second)");
    }

    private static void addQuota(ConfigDef definition) {
        definition.define(
                SinkKeys.QUOTA_REQUESTS_PER_DAY,
                ConfigDef.Type.INT,
                0,
                Range.atLeast(0),
                Importance.MEDIUM,
                "Calls a day (UTC) that the connector sends at most, its tasks together; then commands wait for midnight."
                        + " Not below tasks.max. Counted anew when a task starts. Set it to leave a part of the token's"
                        + " quota to others. 0 for no bound of its own: Crisp refuses calls when the quota is used up, and"
                        + " the commands wait, trying one call now and then.",
                DELIVERY,
                8,
                Width.SHORT,
                "Quota (requests per day)");
    }
}
