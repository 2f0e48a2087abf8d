package dev.crispconnect.simulator.http;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The {@code Date} header of a time, made once a second. Thread-safe. */
final class DateHeader {

    private static final DateTimeFormatter FORMAT = DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

    private volatile Text last = new Text(Long.MIN_VALUE, "");

    String of(Instant time) {
        Text text = last;
        if (text.second() != time.getEpochSecond()) {
            text = new Text(time.getEpochSecond(), FORMAT.format(time));
            last = text;
        }
        return text.value();
    }

    private record Text(long second, String value) {}
}
