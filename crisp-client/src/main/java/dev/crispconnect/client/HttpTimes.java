package dev.crispconnect.client;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/** Reads the times in HTTP headers. What is malformed counts as absent. Pure. */
final class HttpTimes {

    /** Nine digits are 31 years; a longer number is no wait that anybody means. */
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

    private HttpTimes() {}

    /** A moment such as that of a {@code Date} header; null when absent or malformed. */
    static Instant moment(String header) {
        if (header == null) {
            return null;
        }
        try {
            return DateTimeFormatter.RFC_1123_DATE_TIME.parse(header.strip(), Instant::from);
        } catch (DateTimeParseException malformed) {
            return null;
        }
    }

    /**
     * The wait that a {@code Retry-After} header asks for, in seconds or until a date; null when absent or malformed,
     * zero when the date has passed.
     *
     * @param now the server's own idea of now where it told it, as only the distance of its two dates can be trusted
     */
    static Duration wait(String retryAfter, Instant now) {
        if (retryAfter == null) {
            return null;
        }
        String text = retryAfter.strip();
        if (SECONDS.matcher(text).matches()) {
            return Duration.ofSeconds(Long.parseLong(text));
        }
        Instant until = moment(text);
        if (until == null) {
            return null;
        }
        return until.isBefore(now) ? Duration.ZERO : Duration.between(now, until);
    }
}
