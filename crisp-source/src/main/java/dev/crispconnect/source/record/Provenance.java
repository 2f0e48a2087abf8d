package dev.crispconnect.source.record;

import org.apache.kafka.connect.header.ConnectHeaders;
import org.apache.kafka.connect.header.Headers;

/**
 * How a record came to be, told in its headers {@code crisp.via} and {@code crisp.op}.
 *
 * @param via how the connector heard of it
 * @param op whether it is the first record of its object
 */
public record Provenance(Via via, Op op) {

    /** How the connector heard of it. */
    public enum Via {
        /** Found while walking the past. */
        BACKFILL("backfill"),
        /** Found while looking for changes. */
        POLL("poll");

        private final String wire;

        Via(String wire) {
            this.wire = wire;
        }
    }

    /** Whether the object was emitted before. */
    public enum Op {
        CREATE("create"),
        UPDATE("update");

        private final String wire;

        Op(String wire) {
            this.wire = wire;
        }
    }

    Headers headers() {
        return new ConnectHeaders().addString("crisp.via", via.wire).addString("crisp.op", op.wire);
    }
}
