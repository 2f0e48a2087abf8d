package dev.crispconnect.benchmark;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Timestamp;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTask;

/** Hands over equal records, in batches as large as the Crisp source's, each about as large as a message of Crisp. */
public final class ConstantSourceTask extends SourceTask {

    private static final int BATCH = 2_000;
    private static final long IDLE_MS = 900;
    private static final String ID = "0d9c4f3e-6a1b-4c8e-9a53-0b6f2f1a7c11";

    private static final Schema KEY = SchemaBuilder.struct()
            .field("website_id", Schema.STRING_SCHEMA)
            .field("session_id", Schema.STRING_SCHEMA)
            .build();

    private static final Schema VALUE = SchemaBuilder.struct()
            .field("website_id", Schema.STRING_SCHEMA)
            .field("session_id", Schema.STRING_SCHEMA)
            .field("fingerprint", Schema.INT64_SCHEMA)
            .field("text", Schema.STRING_SCHEMA)
            .field("properties", SchemaBuilder.map(Schema.STRING_SCHEMA, Schema.STRING_SCHEMA))
            .field("edited", Schema.BOOLEAN_SCHEMA)
            .field("timestamp", Timestamp.SCHEMA)
            .build();

    private final CountDownLatch stopped = new CountDownLatch(1);
    private String topic;
    private int left;

    @Override
    public String version() {
        return "1";
    }

    @Override
    public void start(Map<String, String> props) {
        topic = props.get(ConstantSourceConnector.TOPIC);
        left = Integer.parseInt(props.get(ConstantSourceConnector.RECORDS));
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

    private SourceRecord record(long number) {
        String session = "session_" + ID;
        Struct key = new Struct(KEY).put("website_id", ID).put("session_id", session);
        Struct value = new Struct(VALUE)
                .put("website_id", ID)
                .put("session_id", session)
                .put("fingerprint", number)
                .put("text", "The parcel left the depot this morning and will be with you soon. ".repeat(4))
                .put("properties", Map.of("channel", "chat", "locale", "en"))
                .put("edited", false)
                .put("timestamp", Date.from(Instant.ofEpochMilli(number)));
        return new SourceRecord(
                Map.of("source", "constant"), Map.of("left", number), topic, null, KEY, key, VALUE, value);
    }
}
