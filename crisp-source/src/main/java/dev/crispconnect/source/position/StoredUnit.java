package dev.crispconnect.source.position;

import dev.crispconnect.source.budget.Spent;
import java.util.Map;

/**
 * What an offset says of a unit.
 *
 * @param position what has been emitted
 * @param spent the calls that it had cost, on the day of its last record
 */
public record StoredUnit(UnitPosition position, Spent spent) {

    static final String SPENT_DAY = "spent_day";
    static final String SPENT_CALLS = "spent_calls";

    /** The offset: flat, numbers and text only. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = position.toMap();
        map.put(SPENT_DAY, spent.epochDay());
        map.put(SPENT_CALLS, spent.calls());
        return map;
    }

    /**
     * Reads the offset of a unit.
     *
     * @throws StoredOffsetException when it is of another version or malformed
     */
    public static StoredUnit fromMap(Unit unit, Map<String, ?> offset) {
        return new StoredUnit(UnitPosition.fromMap(unit, offset), spent(new StoredMap(offset)));
    }

    private static Spent spent(StoredMap stored) {
        if (!stored.has(SPENT_DAY) && !stored.has(SPENT_CALLS)) {
            return Spent.NOTHING;
        }
        try {
            return new Spent(stored.whole(SPENT_DAY), stored.whole(SPENT_CALLS));
        } catch (IllegalArgumentException impossible) {
            throw new StoredOffsetException("'" + SPENT_CALLS + "' cannot be a number of calls", impossible);
        }
    }
}
