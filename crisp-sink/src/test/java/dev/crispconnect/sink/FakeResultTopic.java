package dev.crispconnect.sink;

import dev.crispconnect.sink.result.ResultTopic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.sink.SinkRecord;

/** A results topic whose acknowledgements are given by hand. */
final class FakeResultTopic implements ResultTopic {

    final List<Struct> results = new ArrayList<>();
    final List<CompletableFuture<Void>> stored = new ArrayList<>();
    boolean full;
    RuntimeException failure;
    boolean acknowledgesAtOnce;
    boolean closed;

    @Override
    public Optional<Future<?>> offer(SinkRecord command, Supplier<Struct> result) {
        if (failure != null) {
            throw failure;
        }
        if (full) {
            return Optional.empty();
        }
        results.add(result.get());
        CompletableFuture<Void> each = new CompletableFuture<>();
        stored.add(each);
        if (acknowledgesAtOnce) {
            each.complete(null);
        }
        return Optional.of(each);
    }

    @Override
    public void close() {
        closed = true;
    }
}
