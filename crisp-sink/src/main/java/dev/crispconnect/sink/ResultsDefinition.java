package dev.crispconnect.sink;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Width;

/** Defines where results go and how. */
final class ResultsDefinition {

    private static final String RESULTS = "Results";

    private ResultsDefinition() {}

    static void addTo(ConfigDef definition) {
        addResultsTopic(definition);
        addResultsBrokers(definition);
        addKeyConverter(definition);
        addValueConverter(definition);
    }

    private static void addResultsTopic(ConfigDef definition) {
        definition.define(
                SinkKeys.RESULTS_TOPIC,
                ConfigDef.Type.STRING,
                "",
                Importance.MEDIUM,
                "Topic that gets one record per command, keyed like it, telling what became of it. A command's offset is"
                        + " committed only when its result is stored. Empty for no results, and no look-ups.",
                RESULTS,
                1,
                Width.MEDIUM,
                "Results topic",
                List.of(
                        SinkKeys.RESULTS_BOOTSTRAP_SERVERS,
                        SinkKeys.RESULTS_KEY_CONVERTER,
                        SinkKeys.RESULTS_VALUE_CONVERTER));
    }

    private static void addResultsBrokers(ConfigDef definition) {
        definition.define(
                SinkKeys.RESULTS_BOOTSTRAP_SERVERS,
                ConfigDef.Type.STRING,
                "",
                Importance.MEDIUM,
                "Brokers that results are written to; needed with results.topic. Every other setting of a Kafka producer"
                        + " may be given with the prefix results.producer. too; acks, enable.idempotence and max.block.ms"
                        + " are kept at all, true and 0.",
                RESULTS,
                2,
                Width.LONG,
                "Brokers for results",
                new WhenResultsAreWanted());
    }

    private static void addKeyConverter(ConfigDef definition) {
        definition.define(
                SinkKeys.RESULTS_KEY_CONVERTER,
                ConfigDef.Type.STRING,
                "",
                Importance.LOW,
                "Class that makes the keys of results; settings of it with this prefix. Empty: text stays text, bytes stay"
                        + " bytes, structs and maps become JSON without schema.",
                RESULTS,
                3,
                Width.LONG,
                "Key converter of results",
                new WhenResultsAreWanted());
    }

    private static void addValueConverter(ConfigDef definition) {
        definition.define(
                SinkKeys.RESULTS_VALUE_CONVERTER,
                ConfigDef.Type.STRING,
                "org.apache.kafka.connect.json.JsonConverter",
                new ConfigDef.NonEmptyString(),
                Importance.LOW,
                "Class that makes the values of results; settings of it with this prefix, schemas.enable being false"
                        + " unless set.",
                RESULTS,
                4,
                Width.LONG,
                "Value converter of results",
                new WhenResultsAreWanted());
    }

    /** Shows a setting only where it has an effect. */
    private static final class WhenResultsAreWanted implements ConfigDef.Recommender {

        @Override
        public List<Object> validValues(String name, Map<String, Object> parsedConfig) {
            return List.of();
        }

        @Override
        public boolean visible(String name, Map<String, Object> parsedConfig) {
            return SinkKeys.isSet(parsedConfig.get(SinkKeys.RESULTS_TOPIC));
        }
    }
}
