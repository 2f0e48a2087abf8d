package dev.crispconnect.source.position;

/** What one task owns whole. Two tasks never share a unit, so nothing of it is emitted twice or out of order. */
public enum Unit {
    /** A website's conversations and their messages: one unit, as a message is only found through its conversation. */
    INBOX("inbox"),
    /** A website's contacts. */
    PEOPLE("people"),
    /** A website's operators and settings. */
    DIRECTORY("directory"),
    /** A website's events, as they come. */
    EVENTS("events");

    private final String wire;

    Unit(String wire) {
        this.wire = wire;
    }

    /** How it is written in source partitions. Never changes, as stored offsets hang on it. */
    public String wire() {
        return wire;
    }
}
