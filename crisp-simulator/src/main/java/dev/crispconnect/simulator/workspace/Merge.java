package dev.crispconnect.simulator.workspace;

import dev.crispconnect.simulator.workspace.ListOrder.Place;
import java.util.List;

/**
 * Several runs read as one: stands on the first conversation and moves on, one by one or far ahead. A step ahead costs the
 * logarithm of what is passed over. No two conversations have the same place.
 */
final class Merge {

    private final List<Run> runs;
    private final int[] next;
    private final int[] ends;
    // the places at next; null where they are not known or where the run is over
    private final Place[] places;
    private int current = -1;

    /**
     * @param from where the reading begins; null for the beginning
     * @param to where it ends, exclusive; null for the end
     */
    Merge(List<Run> runs, Place from, Place to) {
        this.runs = List.copyOf(runs);
        this.next = runs.stream()
                .mapToInt(run -> from == null ? 0 : run.before(from))
                .toArray();
        this.ends = runs.stream()
                .mapToInt(run -> to == null ? run.size() : run.before(to))
                .toArray();
        this.places = new Place[next.length];
        settle();
    }

    /** Whether it stands on a conversation. */
    boolean present() {
        return current >= 0;
    }

    ConversationTraits traits() {
        return runs.get(current).traits(next[current]);
    }

    Conversation conversation() {
        return runs.get(current).conversation(next[current]);
    }

    void advance() {
        next[current]++;
        places[current] = null;
        settle();
    }

    /** As so many times {@link #advance}, or to the end. */
    void skip(long count) {
        long passed = count;
        for (int position : next) {
            passed += position;
        }
        int[] target = new int[next.length];
        for (int i = 0; i < next.length; i++) {
            target[i] = firstNotPassed(i, passed);
        }
        for (int i = 0; i < next.length; i++) {
            next[i] = target[i];
            places[i] = null;
        }
        settle();
    }

    /** The first index of a run before which lie so many conversations of all runs. */
    private int firstNotPassed(int run, long passed) {
        int low = next[run];
        int high = ends[run];
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (before(runs.get(run).place(middle)) < passed) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private long before(Place place) {
        long count = 0;
        for (Run run : runs) {
            count += run.before(place);
        }
        return count;
    }

    private void settle() {
        current = -1;
        for (int i = 0; i < next.length; i++) {
            if (next[i] >= ends[i]) {
                continue;
            }
            if (places[i] == null) {
                places[i] = runs.get(i).place(next[i]);
            }
            if (current < 0 || places[i].compareTo(places[current]) < 0) {
                current = i;
            }
        }
    }
}
