package dev.crispconnect.sink.result;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.sink.SinkRecord;

/** Where results go. Used by the task's thread only. */
public interface ResultTopic extends AutoCloseable {

    /**
     * Offers a result; never waits.
     *
     * @param command the record the result answers, by whose key it is keyed
     * @param result makes a {@link CommandResult}; asked only by who wants it
     * @return done when the result is stored, failed when it could not be; empty when it is not taken now: offer it again
     */
    Optional<Future<?>> offer(SinkRecord command, Supplier<Struct> result);

    /** Gives what was taken a moment to be stored. */
    @Override
    void close();

    /** No results are wanted. */
    static ResultTopic none() {
        return new ResultTopic() {
            @Override
            public Optional<Future<?>> offer(SinkRecord command, Supplier<Struct> result) {
                return Optional.of(CompletableFuture.completedFuture(null));
            }

            @Override
            public void close() {}
        };
    }
}
