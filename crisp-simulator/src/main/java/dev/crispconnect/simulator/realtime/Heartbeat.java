package dev.crispconnect.simulator.realtime;

import dev.crispconnect.simulator.switches.RealtimeSwitch;
import dev.crispconnect.simulator.switches.Switches;
import java.time.Duration;

/** Finds out that a client is gone, by the rules of its Engine.IO revision. Used on the loop only. */
interface Heartbeat {

    /** Begins. */
    void start();

    /** A packet came from the client. */
    void heard(EnginePacket packet);

    /** From now on nothing is sent, and nobody is cut for being silent. */
    void stop();

    /**
     * The times in force when a client connects, which it is told in the open packet.
     *
     * @param interval between two heartbeats
     * @param timeout how long one may stay unanswered
     */
    record Pace(Duration interval, Duration timeout) {

        static Pace inForce(Switches switches) {
            return new Pace(switches.get(RealtimeSwitch.PING_INTERVAL), switches.get(RealtimeSwitch.PING_TIMEOUT));
        }
    }
}
