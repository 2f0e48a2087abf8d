package dev.crispconnect.sink;

import dev.crispconnect.client.ClientSettings;
import dev.crispconnect.client.connect.ConnectionKeys;
import dev.crispconnect.client.connect.TaskExposure;
import dev.crispconnect.sink.command.ArchiveMode;
import dev.crispconnect.sink.command.CommandSettings;
import dev.crispconnect.sink.delivery.Allowance;
import dev.crispconnect.sink.delivery.DeliverySettings;
import dev.crispconnect.sink.result.ResultSettings;
import dev.crispconnect.sink.result.ResultSettings.ConverterSettings;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigException;

/**
 * The settings of a sink task.
 *
 * @param name of the connector, for names of threads and producers
 * @param taskName for log lines
 * @param liveCheck how long validating may ask Crisp itself; empty when it is not to
 * @param commands what commands are given besides their records
 * @param commandByTopic the command of records that name none, by topic
 * @param maxBuffered how many records may be without an outcome before the worker is asked to bring no more
 * @param results where results go; empty when none are wanted
 */
record SinkSettings(
        String name,
        String taskName,
        ClientSettings client,
        Optional<Duration> liveCheck,
        DeliverySettings delivery,
        CommandSettings commands,
        Map<String, String> commandByTopic,
        NullValues nullValues,
        int maxBuffered,
        Optional<ResultSettings> results) {

    SinkSettings {
        commandByTopic = Map.copyOf(commandByTopic);
    }

    /** @throws ConfigException when a setting is missing, wrong or does not fit another one */
    static SinkSettings parse(Map<String, String> properties) {
        AbstractConfig config = new AbstractConfig(SinkDefinition.make(), properties, false);
        SinkKeys.conflicts(config.values()).forEach((key, problem) -> {
            throw new ConfigException(key + ": " + problem);
        });
        int maxInFlight = config.getInt(SinkKeys.MAX_IN_FLIGHT);
        String name = properties.getOrDefault("name", "crisp-sink");
        Optional<ResultSettings> results = results(config);
        return new SinkSettings(
                name,
                "crisp-sink-" + name + "-" + properties.getOrDefault(TaskExposure.TASK_ID, "0"),
                ConnectionKeys.clientSettings(config, maxInFlight, "crisp-sink/" + Version.OF_THIS_BUILD),
                ConnectionKeys.liveCheck(config),
                new DeliverySettings(
                        maxInFlight,
                        Duration.ofMillis(config.getInt(SinkKeys.RETRY_DEADLINE_MS)),
                        ConnectionKeys.backoff(config),
                        Duration.ofMillis(config.getInt(SinkKeys.LOOKUP_DELAY_MS)),
                        config.getInt(SinkKeys.MAX_UNCOMMITTED_RECORDS),
                        config.getInt(SinkKeys.REMEMBERED_COMMAND_IDS),
                        new Allowance(
                                config.getDouble(SinkKeys.RATE_LIMIT_REQUESTS_PER_SECOND),
                                config.getInt(SinkKeys.QUOTA_REQUESTS_PER_DAY))),
                commands(config, results),
                TopicCommands.parse(config.getList(SinkKeys.TOPIC_COMMANDS)),
                NullValues.of(config.getString(SinkKeys.BEHAVIOR_ON_NULL_VALUES)),
                config.getInt(SinkKeys.MAX_BUFFERED_RECORDS),
                results);
    }

    private static CommandSettings commands(AbstractConfig config, Optional<ResultSettings> results) {
        return new CommandSettings(
                config.getString(SinkKeys.WEBSITE_ID),
                ArchiveMode.of(config.getString(SinkKeys.ARCHIVE_MODE)),
                config.getString(SinkKeys.ARCHIVE_INBOX_ID),
                config.getString(ConnectionKeys.TOKEN_TIER).equalsIgnoreCase("user"),
                results.map(wanted -> OptionalInt.of(wanted.responseBytes())).orElseGet(OptionalInt::empty));
    }

    /** Named values for a log line: none is a secret. */
    String describe() {
        return "api=" + client.apiUrl() + " tier=" + client.credentials().tier().wire() + " website="
                + (commands.websiteId().isEmpty() ? "none" : commands.websiteId()) + " archiveMode="
                + commands.archive().setting() + " maxInFlight=" + delivery.maxInFlight()
                + " maxBuffered=" + maxBuffered + " retryDeadlineMs="
                + delivery.deadline().toMillis() + " lookupDelayMs="
                + delivery.lookupDelay().toMillis()
                + " rememberedIds=" + delivery.remembered() + " nullValues=" + nullValues.setting() + " maxUncommitted="
                + delivery.maxUncommitted()
                + " requestsPerSecond=" + delivery.allowance().requestsPerSecond() + " requestsPerDay="
                + delivery.allowance().requestsPerDay() + " resultsTopic="
                + results.map(ResultSettings::topic).orElse("none");
    }

    private static Optional<ResultSettings> results(AbstractConfig config) {
        String topic = config.getString(SinkKeys.RESULTS_TOPIC);
        if (topic.isEmpty()) {
            return Optional.empty();
        }
        String keyConverter = config.getString(SinkKeys.RESULTS_KEY_CONVERTER);
        return Optional.of(new ResultSettings(
                topic,
                config.originalsWithPrefix(SinkKeys.RESULTS_PRODUCER_PREFIX),
                keyConverter.isEmpty() ? null : converter(config, SinkKeys.RESULTS_KEY_CONVERTER),
                converter(config, SinkKeys.RESULTS_VALUE_CONVERTER)));
    }

    private static ConverterSettings converter(AbstractConfig config, String key) {
        return new ConverterSettings(config.getString(key), config.originalsWithPrefix(key + "."));
    }
}
