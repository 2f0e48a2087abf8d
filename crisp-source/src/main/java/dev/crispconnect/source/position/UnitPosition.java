package dev.crispconnect.source.position;

import java.util.Map;

/** What has been emitted of a unit, in the form that its kind needs. */
public sealed interface UnitPosition permits Position, DirectoryPosition, EventsPosition {

    /** The offset: flat, numbers and text only. */
    Map<String, Object> toMap();

    /**
     * Reads the offset of a unit.
     *
     * @throws StoredOffsetException when it is of another version or malformed
     */
    static UnitPosition fromMap(Unit unit, Map<String, ?> offset) {
        return switch (unit) {
            case INBOX, PEOPLE -> Position.fromMap(offset);
            case DIRECTORY -> DirectoryPosition.fromMap(offset);
            case EVENTS -> EventsPosition.fromMap(offset);
        };
    }
}
