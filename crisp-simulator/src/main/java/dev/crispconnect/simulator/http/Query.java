package dev.crispconnect.simulator.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.ValueRange;
import java.util.Map;
import java.util.Optional;

/** The query of a request. A parameter that is empty counts as not given (Crisp API reference, section 3.1). */
record Query(Map<String, String> values) {

    static final Query NONE = new Query(Map.of());

    private static final ValueRange YEARS = ValueRange.of(0, 9_999);

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
    }

    /** A flag: {@code 1} is set, {@code 0}, empty and absent are not. */
    boolean flag(String name) {
        String value = text(name).orElse("0");
        return switch (value) {
            case "0", "false" -> false;
            case "1", "true" -> true;
            default -> throw Refusal.invalid("query." + name + " should be 0 or 1");
        };
    }

    Optional<Integer> number(String name) {
        return text(name).map(value -> {
            try {
                return Integer.valueOf(value);
            } catch (NumberFormatException e) {
                throw Refusal.invalid("query." + name + " should be integer", e);
            }
        });
    }

    /** A time in milliseconds since the epoch. */
    Optional<Instant> millis(String name) {
        return text(name).map(value -> {
            try {
                return Instant.ofEpochMilli(Long.parseLong(value));
            } catch (NumberFormatException e) {
                throw Refusal.invalid("query." + name + " should be integer", e);
            }
        });
    }

    /** A time or a day in ISO 8601, of the years it knows; a day means its beginning in UTC. */
    Optional<Instant> date(String name) {
        return text(name).map(value -> {
            try {
                OffsetDateTime time = value.length() == 10
                        ? LocalDate.parse(value).atStartOfDay().atOffset(ZoneOffset.UTC)
                        : OffsetDateTime.parse(value);
                YEARS.checkValidValue(time.getYear(), ChronoField.YEAR);
                return time.toInstant();
            } catch (DateTimeException e) {
                throw Refusal.invalid("query." + name + " should match format \"date-time\"", e);
            }
        });
    }
}
