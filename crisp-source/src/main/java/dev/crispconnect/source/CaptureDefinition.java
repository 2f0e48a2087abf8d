package dev.crispconnect.source;

import dev.crispconnect.source.capture.CaptureSettings;
import dev.crispconnect.source.capture.CaptureSettings.Mode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.Width;

/** The settings that decide how the source hears of changes. */
final class CaptureDefinition {

    static final String CAPTURE_MODE = "capture.mode";
    static final String FALLBACK_AFTER_MS = "realtime.fallback.after.ms";
    static final String BUFFER_EVENTS = "realtime.buffer.events";
    static final String BIND_INTERVAL_MS = "realtime.bind.interval.ms";

    private static final String HOW = "How changes are heard of";
    private static final long SECOND_MS = 1_000;
    private static final long HOUR_MS = 3_600_000;

    /** Crisp calls binds illegal that follow one another sooner. */
    private static final long SHORTEST_BIND_INTERVAL_MS = 2_500;

    private CaptureDefinition() {}

    static void addTo(ConfigDef definition) {
        addMode(definition);
        addRealtime(definition);
    }

    private static void addMode(ConfigDef definition) {
        CaptureModes modes = new CaptureModes();
        definition.define(
                CAPTURE_MODE,
                ConfigDef.Type.STRING,
                Mode.REALTIME.wire(),
                modes,
                Importance.HIGH,
                "How the source hears of changes. 'realtime': Crisp tells of them at once, over a WebSocket to the host that"
                        + " its API names, at no cost; removals and edits are seen this way only. Whatever may not have"
                        + " been told is read. 'polling': everything is found by reading on a timer, for networks that let"
                        + " no WebSocket through.",
                HOW,
                1,
                Width.SHORT,
                "Capture mode",
                List.of(FALLBACK_AFTER_MS, BUFFER_EVENTS, BIND_INTERVAL_MS),
                modes);
    }

    private static void addRealtime(ConfigDef definition) {
        definition
                .define(
                        FALLBACK_AFTER_MS,
                        ConfigDef.Type.LONG,
                        120 * SECOND_MS,
                        Range.between(SECOND_MS, 24 * HOUR_MS),
                        Importance.LOW,
                        "Milliseconds without a connection after which changes are looked for on a timer, which costs"
                                + " calls, until there is one again. It is tried for all the while, every two minutes at the"
                                + " most rarely. A token that Crisp refuses falls back at once and is tried every ten"
                                + " minutes.",
                        HOW,
                        2,
                        Width.SHORT,
                        "Fallback after (ms)",
                        new WhenRealtime())
                .define(
                        BUFFER_EVENTS,
                        ConfigDef.Type.INT,
                        10_000,
                        Range.between(100, 1_000_000),
                        Importance.LOW,
                        "Events of each task that may wait while Kafka or Crisp's REST API is slower than they come; 32 MB"
                                + " of them at most. Beyond that events are dropped, and what they told of is read by"
                                + " calls instead, so nothing is lost.",
                        HOW,
                        3,
                        Width.SHORT,
                        "Buffered events",
                        new WhenRealtime())
                .define(
                        BIND_INTERVAL_MS,
                        ConfigDef.Type.LONG,
                        300 * SECOND_MS,
                        Range.between(SHORTEST_BIND_INTERVAL_MS, 24 * HOUR_MS),
                        Importance.LOW,
                        "Milliseconds after which a plugin's token asks, at no cost, for the events of websites that"
                                + " installed the plugin while it was connected; they are silent until then. It also asks"
                                + " soon after Crisp told of such a website. Of no effect with tokens of other tiers.",
                        HOW,
                        4,
                        Width.SHORT,
                        "Bind interval (ms)",
                        new WhenRealtime());
    }

    static CaptureSettings settings(AbstractConfig config) {
        return new CaptureSettings(
                Mode.valueOf(config.getString(CAPTURE_MODE).toUpperCase(Locale.ROOT)),
                Duration.ofMillis(config.getLong(FALLBACK_AFTER_MS)),
                config.getInt(BUFFER_EVENTS),
                Duration.ofMillis(config.getLong(BIND_INTERVAL_MS)));
    }
}
