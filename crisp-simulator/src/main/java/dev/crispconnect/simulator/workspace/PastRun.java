package dev.crispconnect.simulator.workspace;

import dev.crispconnect.simulator.workspace.ListOrder.Place;

/** Those of a made-up past that are left in one order, found by arithmetic. */
final class PastRun implements Run {

    private final Past past;
    private final RankedBits left;
    private final int group;
    private final boolean byUpdate;

    /**
     * @param left ranks in the order of update, or numbers in the order of creation
     * @param group the group of all their places
     */
    PastRun(Past past, RankedBits left, int group, boolean byUpdate) {
        this.past = past;
        this.left = left;
        this.group = group;
        this.byUpdate = byUpdate;
    }

    @Override
    public int size() {
        return left.size();
    }

    @Override
    public Place place(int index) {
        return placeOf(position(index));
    }

    @Override
    public int before(Place place) {
        if (place.group() != group) {
            return place.group() > group ? left.size() : 0;
        }
        int low = 0;
        int high = past.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (placeOf(middle).compareTo(place) < 0) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return left.size() - left.rank(low);
    }

    @Override
    public ConversationTraits traits(int index) {
        return past.traits(number(index));
    }

    @Override
    public Conversation conversation(int index) {
        return past.conversation(number(index)).snapshot();
    }

    private int number(int index) {
        return byUpdate ? past.times().rank(position(index)) : position(index);
    }

    /** The newest come first in lists, and last in arithmetic. */
    private int position(int index) {
        return left.select(left.size() - 1 - index);
    }

    private Place placeOf(int position) {
        PastTimes times = past.times();
        return byUpdate
                ? new Place(group, -times.updated(position), -past.touches(position))
                : new Place(group, -times.created(position), -past.touches(times.rank(position)));
    }
}
