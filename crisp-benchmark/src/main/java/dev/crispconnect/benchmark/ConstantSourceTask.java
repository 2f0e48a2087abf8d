package dev.crispconnect.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTask;

/**
 * Hands over the records of a sample again and again, in batches as large as the Crisp source's. Each round has a key of its
 * own, so that they spread over the partitions as conversations do.
 */
public final class ConstantSourceTask extends SourceTask {

    private static final int BATCH = 2_000;
    private static final long IDLE_MS = 900;
    private static final String WEBSITE = "0d9c4f3e-6a1b-4c8e-9a53-0b6f2f1a7c11";

    private static final Schema KEY = SchemaBuilder.struct()
            .field("website_id", Schema.STRING_SCHEMA)
            .field("session_id", Schema.STRING_SCHEMA)
            .build();

    private final CountDownLatch stopped = new CountDownLatch(1);
    private String topic;
    private List<SampleRecord> samples;
    private int left;

    @Override
    public String version() {
        return "1";
    }

    @Override
    public void start(Map<String, String> props) {
        topic = props.get(ConstantSourceConnector.TOPIC);
        left = Integer.parseInt(props.get(ConstantSourceConnector.RECORDS));
        try {
            samples = Files.readAllLines(Path.of(props.get(ConstantSourceConnector.SAMPLES))).stream()
                    .map(SampleRecord::parse)
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public List<SourceRecord> poll() throws InterruptedException {
        int count = Math.min(BATCH, left);
        if (count == 0) {
            stopped.await(IDLE_MS, TimeUnit.MILLISECONDS);
            return null;
        }
        List<SourceRecord> batch = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            batch.add(record(left - i));
        }
        left -= count;
        return batch;
    }

    @Override
    public void stop() {
        stopped.countDown();
    }

    private SourceRecord record(int number) {
        SampleRecord sample = samples.get(number % samples.size());
        int round = number / samples.size();
        Struct key = new Struct(KEY)
                .put("website_id", WEBSITE)
                .put("session_id", "session_" + WEBSITE.substring(0, 28) + (10_000_000 + round));
        return new SourceRecord(
                Map.of("source", "constant"),
                Map.of("left", number),
                topic,
                null,
                KEY,
                key,
                sample.schema(),
                sample.newValue(),
                null,
                sample.newHeaders());
    }
}
