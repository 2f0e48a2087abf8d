package dev.crispconnect.simulator.http;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The {@code Date} header of a time, made once a second. Thread-safe. */
final class DateHeader {

    // two digits for the day, as HTTP wants it and RFC_1123_DATE_TIME does not
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private volatile Text last = new Text(Long.MIN_VALUE, "");

    /** A time as HTTP writes it. */
    static String text(Instant time) {
        return FORMAT.format(time);
    }

    String of(Instant time) {
        Text text = last;
        if (text.second() != time.getEpochSecond()) {
            text = new Text(time.getEpochSecond(), text(time));
            last = text;
        }
        return text.value();
    }

    private record Text(long second, String value) {}
}
