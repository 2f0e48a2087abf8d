package dev.crispconnect.simulator.http;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a filter compares (Crisp API reference, section 3.1). What is a number compares as one, however the filter writes it,
 * or with the milliseconds of a time in ISO 8601; texts compare as numbers only by size and if both are. A list has a value
 * when one of its elements has it.
 */
enum Comparison {
    EQ,
    NEQ,
    GTE,
    LTE,
    GT,
    LT;

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    static Optional<Comparison> ofWire(String name) {
        return Arrays.stream(values())
                .filter(comparison -> comparison.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }

    /** Whether a value compares so with any of those wanted; with {@link #NEQ}, whether it equals none of them. */
    boolean holds(Object value, List<Object> wanted) {
        boolean any = wanted.stream().anyMatch(each -> fits(value, each == null ? "" : each.toString()));
        return (this == NEQ) != any;
    }

    private boolean fits(Object value, String wanted) {
        if (value instanceof List<?> list) {
            return list.stream().anyMatch(element -> fits(element, wanted));
        }
        String text = value == null ? "" : value.toString();
        boolean bySize = this != EQ && this != NEQ;
        boolean numeric = Shape.isNumber(value) || (bySize && isNumber(text));
        Optional<BigDecimal> wantedNumber = numeric ? number(wanted) : Optional.empty();
        // nothing is neither more nor less than something
        return !(bySize && text.isEmpty())
                && fits(wantedNumber
                        .map(number -> new BigDecimal(text).compareTo(number))
                        .orElseGet(() -> text.compareTo(wanted)));
    }

    private boolean fits(int order) {
        return switch (this) {
            case EQ, NEQ -> order == 0;
            case GTE -> order >= 0;
            case LTE -> order <= 0;
            case GT -> order > 0;
            case LT -> order < 0;
        };
    }

    private static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    private static Optional<BigDecimal> number(String text) {
        if (isNumber(text)) {
            return Optional.of(new BigDecimal(text));
        }
        try {
            return Optional.of(
                    BigDecimal.valueOf(OffsetDateTime.parse(text).toInstant().toEpochMilli()));
        } catch (DateTimeException | ArithmeticException neither) {
            return Optional.empty();
        }
    }
}
