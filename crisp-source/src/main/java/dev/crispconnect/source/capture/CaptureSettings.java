package dev.crispconnect.source.capture;

import java.time.Duration;
import java.util.Locale;

/**
 * How a task hears of changes.
 *
 * @param mode whether it is told of them or looks for them
 * @param fallbackAfter how long to be without a connection before looking on a timer
 * @param bufferEvents how many events may wait to be told
 * @param bindInterval how often a plugin asks for the events of websites that came to it meanwhile; 2.5 s at least
 */
public record CaptureSettings(Mode mode, Duration fallbackAfter, int bufferEvents, Duration bindInterval) {

    /** The ways of hearing of a change. */
    public enum Mode {
        /** Crisp tells, over its socket; what it may not have told is read. */
        REALTIME,
        /** Everything is found by reading on a timer. */
        POLLING;

        /** Its name in settings. */
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Named values for a log line. */
    public String describe() {
        return "captureMode=" + mode.wire()
                + (mode == Mode.POLLING ? "" : " fallbackAfterMs=" + fallbackAfter.toMillis());
    }
}
