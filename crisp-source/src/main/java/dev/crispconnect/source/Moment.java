package dev.crispconnect.source;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/** A date or a time in ISO-8601, or nothing. Without an offset it is one of UTC. */
final class Moment implements ConfigDef.Validator {

    private static final DateTimeFormatter DATE_OR_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd['T'HH:mm[:ss[.SSS]][XXX]]", Locale.ROOT);

    @Override
    public void ensureValid(String name, Object value) {
        try {
            parse((String) value);
        } catch (DateTimeException malformed) {
            throw new ConfigException(
                    name, value, "it must be a date or a time such as 2026-01-31 or 2026-01-31T08:00:00Z");
        }
    }

    /** Empty for an empty text. */
    static Optional<Instant> parse(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        TemporalAccessor parsed =
                DATE_OR_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
        if (parsed instanceof OffsetDateTime time) {
            return Optional.of(time.toInstant());
        }
        LocalDateTime time = parsed instanceof LocalDate date ? date.atStartOfDay() : LocalDateTime.from(parsed);
        return Optional.of(time.toInstant(ZoneOffset.UTC));
    }

    @Override
    public String toString() {
        return "empty, or a date or time in ISO-8601, such as 2026-01-31 or 2026-01-31T08:00:00Z";
    }
}
