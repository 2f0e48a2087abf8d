package dev.crispconnect.quickstart;

import dev.crispconnect.quickstart.broker.LocalBroker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The quickstart's own broker, its data under {@code target}. */
final class InProcessBroker implements Broker {
    private LocalBroker broker;

    @Override
    public String bootstrap() {
        return broker.bootstrap();
    }

    @Override
    public void start() {
        try {
            var folder = Files.createDirectories(Path.of("target", "broker"));
            broker = LocalBroker.start(Files.createTempDirectory(folder, "run"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        broker.close();
    }
}
