package dev.crispconnect.simulator.realtime;

import dev.crispconnect.simulator.switches.Switches;
import java.time.InstantSource;

/** What every connection shares. */
record House(Loop loop, Doorkeeper doorkeeper, Switches switches, Tally tally, SocketIds ids, InstantSource clock) {}
