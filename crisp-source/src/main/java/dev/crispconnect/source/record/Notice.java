package dev.crispconnect.source.record;

import dev.crispconnect.source.position.SourceOffset;
import dev.crispconnect.source.position.UnitKey;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.connect.source.SourceRecord;

/**
 * Something that the source came upon, for programs rather than for the log.
 *
 * @param unit whom it is about; of what is about a whole task, the unit whose call came upon it
 * @param detail by the kind; holds no secret and nothing that anybody wrote
 */
public record Notice(Instant at, Kind kind, UnitKey unit, Map<String, String> detail) {

    public Notice {
        detail = Map.copyOf(detail);
    }

    /** What the source may come upon. */
    public enum Kind {
        /** The past is being read. */
        BACKFILL_STARTED,
        /** It is still being read. */
        BACKFILL_PROGRESS,
        /** It is read. */
        BACKFILL_DONE,
        /** From now on something may not be told. */
        GAP_OPENED,
        /** Everything is told again, and what happened meanwhile was read. */
        GAP_CLOSED,
        /** Changes are looked for on a timer. */
        FELL_BACK_TO_POLLING,
        /** Crisp refuses all calls of the token. */
        QUOTA_EXHAUSTED,
        /** It answers again. */
        QUOTA_RESUMED,
        /** The day's calls are spent, by our own bound. */
        BUDGET_SPENT,
        /** There are calls again. */
        BUDGET_RESUMED,
        /** A website cannot be read; the others are. */
        WEBSITE_SET_ASIDE,
        /** It can be read again. */
        WEBSITE_RESUMED;

        /** As it stands in records. */
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The record.
     *
     * @param carrier whose offset it carries: one that has a position, which need not be the unit that it is about
     */
    public SourceRecord on(String topic, UnitKey carrier, SourceOffset offset) {
        return new SourceRecord(
                carrier.toMap(),
                offset,
                topic,
                AsideShapes.UNIT_KEY.schema(),
                AsideShapes.UNIT_KEY.struct(unit),
                AsideShapes.NOTICE.schema(),
                AsideShapes.NOTICE.struct(this));
    }
}
