package dev.crispconnect.sink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.client.FakeCrisp;
import dev.crispconnect.client.metrics.Exposure;
import dev.crispconnect.client.metrics.TaskMetrics;
import dev.crispconnect.client.time.ManualTime;
import dev.crispconnect.sink.command.CommandParser;
import dev.crispconnect.sink.command.Commands;
import dev.crispconnect.sink.delivery.ManualTimer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;

/** Whatever a topic holds, each record has its outcome and the next one is served. */
class HostileRecordsTest {

    private static final TopicPartition PARTITION = new TopicPartition("commands", 0);
    private static final int RECORDS = 100_000;
    private static final int BATCH = 500;
    private static final long SEED = 20_261_121;

    private static final List<String> NAMES = new ArrayList<>(Commands.names());
    private static final List<String> FIELDS = List.of(
            "command",
            "command_id",
            "session_id",
            "sessionId",
            "website_id",
            "people_id",
            "note",
            "resolved_by",
            "type",
            "from",
            "content",
            "text",
            "origin",
            "fingerprint",
            "timestamp",
            "user",
            "mentions",
            "references",
            "email",
            "person",
            "company",
            "segments",
            "notepad",
            "active",
            "create_if_missing",
            "stealth",
            "",
            "__proto__");
    private static final List<String> IDS = List.of(
            "session_1",
            "..",
            ".",
            "../../website",
            "a/b",
            "a%2Fb",
            "a\nb",
            "\u0000",
            "\ud800",
            " ",
            "?x=1",
            "#",
            "lena@example.org",
            "\u202e",
            "{}",
            "{\"session_id\":\"s\"}",
            "null",
            "-1");

    private final Random random = new Random(SEED);
    private final Object deepMap = nested(true);
    private final Object deepList = nested(false);
    private final String huge = "x".repeat(1 << 20);

    @Test
    void aHundredThousandRecordsOfAnyKindAreEachAccountedFor() {
        FakeCrisp crisp = new FakeCrisp();
        crisp.script(call -> {
            crisp.sent().clear();
            call.ok();
        });
        ManualTime time = new ManualTime();
        ManualTimer timer = new ManualTimer(time);
        FakeContext context = new FakeContext();
        context.storesReportsAtOnce = true;
        FakeResultTopic results = new FakeResultTopic();
        results.acknowledgesAtOnce = true;
        Map<String, String> properties = new HashMap<>(Settings.minimal());
        properties.put("behavior.on.null.values", "fail");
        RunningSink sink = new RunningSink(
                SinkSettings.parse(properties),
                context,
                new Connections(crisp, timer, results, new TaskMetrics(Exposure.none()), time));
        context.assignment.add(PARTITION);
        sink.assigned(List.of(PARTITION));

        for (long from = 0; from < RECORDS; from += BATCH) {
            long first = from;
            sink.put(IntStream.range(0, BATCH).mapToObj(i -> hostile(first + i)).toList());
            for (long position = from + BATCH; committable(sink, position) < position; ) {
                timer.advance(Duration.ofMillis(1));
                sink.put(List.of());
            }
            assertThat(results.results).as("seed %s, batch %s", SEED, first).hasSize(BATCH);
            long refused = results.results.stream()
                    .filter(result -> result.getString("outcome").equals("refused"))
                    .count();
            assertThat(context.reported).hasSize((int) refused);
            context.reported.clear();
            results.results.clear();
            results.stored.clear();
        }
    }

    private static long committable(RunningSink sink, long position) {
        return sink.committable(Map.of(PARTITION, new OffsetAndMetadata(position)))
                .get(PARTITION)
                .offset();
    }

    private SinkRecord hostile(long offset) {
        SinkRecord record = new SinkRecord("commands", 0, null, value(2), null, record(offset), offset);
        if (random.nextInt(4) == 0) {
            record.headers().add(CommandParser.COMMAND_HEADER, value(1), null);
        }
        if (random.nextInt(8) == 0) {
            record.headers().add(CommandParser.ID_HEADER, value(1), null);
        }
        return record;
    }

    private Object record(long offset) {
        return switch (random.nextInt(8)) {
            case 0 -> bytes(random.nextInt(200));
            case 1 -> json(value(3));
            case 2 -> offset % 500 == 0 ? "{\"a\":".repeat(100_000) : "[".repeat(random.nextInt(2_000));
            case 3 -> value(4);
            case 4 -> struct();
            default -> command();
        };
    }

    /** Nearly a command: mostly right fields of mostly wrong kinds. */
    private Map<String, Object> command() {
        Map<String, Object> fields = new HashMap<>();
        fields.put("command", pick(NAMES));
        if (random.nextBoolean()) {
            fields.put("session_id", pick(IDS));
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            fields.put(pick(FIELDS), value(3));
        }
        return fields;
    }

    private Object value(int depth) {
        return switch (random.nextInt(depth > 0 ? 17 : 12)) {
            case 0 -> null;
            case 1 -> random.nextLong();
            case 2 -> random.nextInt(5) - 2;
            case 3 -> List.of(Double.NaN, Double.POSITIVE_INFINITY, -0.0, 1e300).get(random.nextInt(4));
            case 4 -> random.nextBoolean();
            case 5 -> pick(IDS);
            case 6 -> pick(NAMES);
            case 7 -> new String(bytes(random.nextInt(50)), StandardCharsets.ISO_8859_1);
            case 8 -> bytes(random.nextInt(50));
            case 9 -> random.nextInt(500) == 0 ? huge : "text";
            case 10 -> new Object();
            case 11 -> random.nextInt(20) == 0 ? deepMap : 'c';
            case 12 -> random.nextInt(20) == 0 ? deepList : List.of();
            case 13, 14 -> {
                List<Object> list = new ArrayList<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    list.add(value(depth - 1));
                }
                yield list;
            }
            default -> {
                Map<Object, Object> map = new HashMap<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    map.put(random.nextInt(10) == 0 ? (Object) random.nextInt() : pick(FIELDS), value(depth - 1));
                }
                yield map;
            }
        };
    }

    private static Struct struct() {
        Schema schema = SchemaBuilder.struct()
                .field("command", Schema.OPTIONAL_STRING_SCHEMA)
                .field("session_id", Schema.OPTIONAL_INT32_SCHEMA)
                .field("text", Schema.OPTIONAL_BYTES_SCHEMA)
                .build();
        return new Struct(schema).put("command", "send").put("session_id", 1).put("text", new byte[3]);
    }

    /** As JSON, broken where the value has no such form. */
    private static String json(Object value) {
        return String.valueOf(value).replace('=', ':');
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static Object nested(boolean inMaps) {
        Object value = "end";
        for (int i = 0; i < 1_000; i++) {
            value = inMaps ? Map.of("content", value) : List.of(value);
        }
        return value;
    }
}
