package dev.crispconnect.sink.command;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The elements of a list in a response, as many as are wanted and have room. Immutable.
 *
 * @param elements as JSON
 * @param left how many bytes are left
 * @param most how many are wanted
 * @param cut whether there were more than that
 */
record ResponseList(List<String> elements, int left, int most, boolean cut) {

    static ResponseList within(int bytes, int most) {
        return new ResponseList(List.of(), bytes, most, false);
    }

    /** The same with more elements behind, up to the first for which there is no place. */
    ResponseList plus(List<? extends Record> values) {
        List<String> more = new ArrayList<>(elements);
        int room = left;
        for (Record value : values) {
            String json = PlainValues.json(value);
            room -= ResponseDraft.bytes(json) + 1;
            if (room < 0 || more.size() == most) {
                return new ResponseList(List.copyOf(more), 0, most, true);
            }
            more.add(json);
        }
        return new ResponseList(List.copyOf(more), room, most, cut);
    }

    boolean isComplete() {
        return elements.size() == most;
    }

    /** The elements, last one first. */
    List<String> reversed() {
        List<String> turned = new ArrayList<>(elements);
        Collections.reverse(turned);
        return turned;
    }
}
