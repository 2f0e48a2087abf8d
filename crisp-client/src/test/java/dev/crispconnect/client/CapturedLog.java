package dev.crispconnect.client;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.Property;

/** Every line that is logged while it is open, at every level, stack traces' messages included. */
public final class CapturedLog implements AutoCloseable {

    private final Logger root = (Logger) LogManager.getRootLogger();
    private final Level before = root.getLevel();
    private final Lines lines = new Lines();

    public CapturedLog() {
        lines.start();
        root.addAppender(lines);
        Configurator.setRootLevel(Level.ALL);
    }

    /** Each led by its level. */
    public List<String> lines() {
        return List.copyOf(lines.seen);
    }

    @Override
    public void close() {
        root.removeAppender(lines);
        Configurator.setRootLevel(before);
    }

    private static final class Lines extends AbstractAppender {

        private final List<String> seen = new CopyOnWriteArrayList<>();

        Lines() {
            super("lines", null, null, false, Property.EMPTY_ARRAY);
        }

        @Override
        public void append(LogEvent event) {
            StringBuilder line = new StringBuilder(
                    event.getLevel() + " " + event.getMessage().getFormattedMessage());
            for (Throwable cause = event.getThrown(); cause != null; cause = cause.getCause()) {
                line.append(" / ").append(cause);
            }
            seen.add(line.toString());
        }
    }
}
