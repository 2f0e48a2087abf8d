package dev.crispconnect.source.feed;

/**
 * How many elements to ask for when the usual page came from the cache: such a page it may not have.
 *
 * <p>For one thread.
 */
final class UnusualSizes {

    /** So many differ. */
    static final int COUNT = PageChoice.MOST - PageChoice.FEWEST;

    private int last = PageChoice.MOST;

    int unusual() {
        last = last == PageChoice.FEWEST ? PageChoice.MOST - 1 : last - 1;
        return last;
    }
}
