package dev.crispconnect.client.connect;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.Width;

/** Defines how patient the connectors are with Crisp, and how much they take from it at once. */
final class HttpDefinition {

    private static final String GROUP = "HTTP";
    private static final int HOUR_MS = 3_600_000;
    private static final int KIB = 1 << 10;
    private static final int MIB = 1 << 20;

    private HttpDefinition() {}

    static void addTo(ConfigDef definition) {
        addTimeouts(definition);
        addMaxResponse(definition);
        addBackoff(definition);
    }

    private static void addTimeouts(ConfigDef definition) {
        define(
                definition,
                new Millis(
                        ConnectionKeys.CONNECT_TIMEOUT_MS,
                        5_000,
                        1,
                        "Connect timeout (ms)",
                        "Milliseconds a connection may take to open. A call that found none had no effect."));
        define(
                definition,
                new Millis(
                        ConnectionKeys.READ_TIMEOUT_MS,
                        10_000,
                        2,
                        "Read timeout (ms)",
                        "Milliseconds Crisp may be silent, before and inside an answer. A write that ends this way may"
                                + " have taken effect."));
        define(
                definition,
                new Millis(
                        ConnectionKeys.CALL_TIMEOUT_MS,
                        30_000,
                        3,
                        "Call timeout (ms)",
                        "Milliseconds a call may take in all, from connecting to the last byte of its answer. Not below"
                                + " the connect and read timeouts."));
    }

    private static void addMaxResponse(ConfigDef definition) {
        definition.define(
                ConnectionKeys.MAX_RESPONSE_BYTES,
                ConfigDef.Type.INT,
                16 * MIB,
                Range.between(64 * KIB, 1024 * MIB),
                Importance.LOW,
                "Bytes an answer may have, unpacked. The rest of a longer one is not read, so that it cannot exhaust"
                        + " the worker's memory; each call in flight may hold as much.",
                GROUP,
                4,
                Width.MEDIUM,
                "Maximum response size (bytes)");
    }

    private static void addBackoff(ConfigDef definition) {
        define(
                definition,
                new Millis(
                        ConnectionKeys.RETRY_BACKOFF_BASE_MS,
                        500,
                        5,
                        "Retry backoff base (ms)",
                        "Milliseconds waited at most before the first repetition of a call; doubles with each further"
                                + " one. The actual wait is a random part of it, so that tasks do not return together."));
        define(
                definition,
                new Millis(
                        ConnectionKeys.RETRY_BACKOFF_MAX_MS,
                        60_000,
                        6,
                        "Retry backoff maximum (ms)",
                        "Milliseconds waited at most before any repetition, also when Crisp asks for more. Not below"
                                + " the base."));
    }

    private static void define(ConfigDef definition, Millis setting) {
        definition.define(
                setting.key,
                ConfigDef.Type.INT,
                setting.defaultMillis,
                Range.between(1, HOUR_MS),
                Importance.LOW,
                setting.doc,
                GROUP,
                setting.order,
                Width.SHORT,
                setting.displayName);
    }

    /** A setting in milliseconds. */
    private record Millis(String key, int defaultMillis, int order, String displayName, String doc) {}
}
