package dev.crispconnect.source;

import dev.crispconnect.client.ClientSettings;
import dev.crispconnect.client.CrispClient;
import dev.crispconnect.client.realtime.Realtime;
import dev.crispconnect.client.time.Time;

/** How a task reaches Crisp, and what time it is meanwhile. */
interface Reach {

    Time time();

    /** The REST API; closed by the caller. */
    default CrispClient client(ClientSettings settings) {
        return CrispClient.open(settings, time());
    }

    /** The realtime API; closed by the caller. */
    default Realtime realtime(ClientSettings settings) {
        return Realtime.open(settings, time());
    }

    /** Over the network. */
    static Reach at(Time time) {
        return () -> time;
    }
}
