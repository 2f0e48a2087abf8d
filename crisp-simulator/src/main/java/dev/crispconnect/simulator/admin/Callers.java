package dev.crispconnect.simulator.admin;

import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Who may use the admin API, which asks for no token. */
final class Callers {

    private Callers() {}

    /** @param address of the connection's other end, numeric */
    static boolean isLocal(SocketAddress address) {
        return address != null && isLocal(address.hostAddress());
    }

    static boolean isLocal(String numericAddress) {
        try {
            return InetAddress.getByName(numericAddress).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
