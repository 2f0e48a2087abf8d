package dev.crispconnect.simulator.realtime;

import dev.crispconnect.simulator.event.EventName;

/**
 * One way in which an event comes about, and what it then has.
 *
 * @param shape its own fields in the order of their names, as {@link JsonShape} writes them; the common ones are added
 */
record EventCause(EventName name, String shape, Deed deed) {

    /** What is done. */
    @FunctionalInterface
    interface Deed {

        void doIn(EventScene scene);
    }

    static EventCause caused(String name, String shape, Deed deed) {
        return new EventCause(EventName.ofWire(name).orElseThrow(), shape, deed);
    }

    /** An event that nothing but Crisp's servers cause: the fields are said as they are. */
    static EventCause said(String name, String shape, String fields) {
        return caused(name, shape, scene -> scene.serverSays(name, fields));
    }

    @Override
    public String toString() {
        return name.wire();
    }
}
