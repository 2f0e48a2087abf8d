package dev.crispconnect.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.AbstractMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;

class ShapedOffsetTest {

    private final Costly costly = new Costly();
    private final ShapedOffset offset = new ShapedOffset(costly, new Shaping(Map.of("message.key", "message")));

    @Test
    void aWorkerMayHashEachRecordWithoutEncodingWhatIsStored() {
        Map<SourceRecord, Integer> records = new HashMap<>();
        SourceRecord entry = new SourceRecord(Map.of(), offset, "topic", null, "value");

        records.put(entry, 1);

        assertThat(records).containsKey(entry);
        assertThat(costly.encoded).isZero();
    }

    @Test
    void whatIsStoredIsMadeOnceHoweverOftenItIsLookedInto() {
        assertThat(offset.get("watermark")).isEqualTo(7L);
        int first = costly.encoded;

        assertThat(new HashMap<>(offset)).containsKeys("watermark", ShapedOffset.KEY);

        assertThat(costly.encoded).isEqualTo(first);
    }

    private static final class Costly extends AbstractMap<String, Object> {

        private int encoded;

        @Override
        public Set<Entry<String, Object>> entrySet() {
            encoded++;
            return Map.<String, Object>of("watermark", 7L).entrySet();
        }
    }
}
