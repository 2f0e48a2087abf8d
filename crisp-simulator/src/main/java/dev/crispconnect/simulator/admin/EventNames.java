package dev.crispconnect.simulator.admin;

import dev.crispconnect.simulator.event.EventName;

/** Names of events in requests. */
final class EventNames {

    private EventNames() {}

    /** The name, if Crisp has such an event: a typo would wait for ever. */
    static String known(String name) {
        if (EventName.ofWire(name).isEmpty()) {
            throw Refused.invalid("There is no event " + name + "; names are such as message:send.");
        }
        return name;
    }
}
