package dev.crispconnect.client;

import java.time.Instant;

/** Reads {@code Date} headers, of which all answers of a second have the same. Safe for use by many threads. */
final class ServerClock {

    private volatile Told last = new Told("", null);

    private record Told(String header, Instant moment) {}

    /** The moment that a header tells; null when absent or malformed. */
    Instant moment(String header) {
        Told known = last;
        if (known.header.equals(header)) {
            return known.moment;
        }
        Instant moment = HttpTimes.moment(header);
        if (moment != null) {
            last = new Told(header, moment);
        }
        return moment;
    }
}
