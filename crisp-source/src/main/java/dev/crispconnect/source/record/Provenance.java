package dev.crispconnect.source.record;

import org.apache.kafka.connect.header.ConnectHeaders;
import org.apache.kafka.connect.header.Headers;

/**
 * How a record came to be, told in its headers {@code crisp.via} and {@code crisp.op}, and {@code crisp.echo} where it
 * applies.
 *
 * @param via how the connector heard of it
 * @param op whether it is the first record of its object, or its last; null for what is about no object, as events are
 * @param echo whether our own sink caused it
 */
public record Provenance(Via via, Op op, boolean echo) {

    /** Of what Crisp's visitors, operators and other programs did. */
    public Provenance(Via via, Op op) {
        this(via, op, false);
    }

    /** How the connector heard of it. */
    public enum Via {
        /** Found while walking the past. */
        BACKFILL("backfill"),
        /** Told by Crisp as it happened. */
        REALTIME("realtime"),
        /** Found while making sure that nothing was missed of what is told as it happens. */
        RECONCILE("reconcile"),
        /** Found while looking for changes on a timer. */
        POLL("poll");

        private final String wire;

        Via(String wire) {
            this.wire = wire;
        }
    }

    /** What became of the object. */
    public enum Op {
        CREATE("create"),
        UPDATE("update"),
        DELETE("delete");

        private final String wire;

        Op(String wire) {
            this.wire = wire;
        }
    }

    /** An echo has a header more, and others none: so that it can be told by the header's presence. */
    Headers headers() {
        Headers headers = new ConnectHeaders().addString("crisp.via", via.wire);
        if (op != null) {
            headers.addString("crisp.op", op.wire);
        }
        return echo ? headers.addString("crisp.echo", "true") : headers;
    }
}
