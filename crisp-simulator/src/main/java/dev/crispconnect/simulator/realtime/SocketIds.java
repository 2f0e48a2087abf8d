package dev.crispconnect.simulator.realtime;

import java.util.Base64;
import java.util.Random;

/** Ids of connections and sockets: 20 characters, the same ones for the same order of connects. Thread-safe. */
final class SocketIds {

    private static final long SEED = 20;
    private static final int BYTES = 15;

    private final Random random = new Random(SEED);

    String next() {
        byte[] id = new byte[BYTES];
        random.nextBytes(id);
        return Base64.getUrlEncoder().encodeToString(id);
    }
}
