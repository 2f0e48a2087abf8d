package dev.crispconnect.source.feed;

/** The past has used up its share of the day's calls: what was begun of it is read again when there are more. */
final class PastPostponed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PastPostponed() {
        super("the past has used up its share of the day's calls", null, false, false);
    }
}
