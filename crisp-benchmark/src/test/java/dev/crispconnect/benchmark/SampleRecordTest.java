package dev.crispconnect.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.connect.data.Struct;
import org.junit.jupiter.api.Test;

class SampleRecordTest {

    @Test
    void aRecordIsWhatItWasEmptyFieldsIncluded() {
        ConsumerRecord<String, String> record = new ConsumerRecord<>(
                "topic",
                0,
                0,
                "key",
                "{\"text\":\"hello\",\"count\":3,\"share\":0.5,\"flag\":true,\"nothing\":null,"
                        + "\"inner\":{\"name\":\"a\"},\"names\":[\"b\",\"c\"],\"none\":[]}");
        record.headers().add("crisp.op", "create".getBytes(StandardCharsets.UTF_8));

        SampleRecord sample = SampleRecord.parse(SampleRecord.line(record));
        Struct value = sample.newValue();

        assertThat(value.get("text")).isEqualTo("hello");
        assertThat(value.get("count")).isEqualTo(3L);
        assertThat(value.get("share")).isEqualTo(0.5);
        assertThat(value.get("flag")).isEqualTo(true);
        assertThat(value.get("nothing")).isNull();
        assertThat(value.getStruct("inner").get("name")).isEqualTo("a");
        assertThat(value.getArray("names")).isEqualTo(List.of("b", "c"));
        assertThat(value.getArray("none")).isEmpty();
        assertThat(sample.newHeaders().lastWithName("crisp.op").value()).isEqualTo("create");
        assertThat(sample.newValue()).isEqualTo(value).isNotSameAs(value);
    }
}
