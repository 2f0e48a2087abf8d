package dev.crispconnect.source.feed;

import dev.crispconnect.client.realtime.RealtimeEvent;
import dev.crispconnect.source.position.WalkOrder;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongPredicate;

/** A list of Crisp that a unit follows, what is emitted for one of its elements, and what events mean for it. */
interface Listing<T> {

    /** Reads a page, newest first. Waits as long as Crisp cannot answer. A page behind the end is an empty one. */
    ListPage<T> page(PageQuery query) throws InterruptedException;

    /** Which date it is that Crisp holds against the bounds of a {@link PageQuery}. */
    WalkOrder filteredBy();

    /**
     * How the past is to be walked.
     *
     * @param withMessages whether elements are wanted with the messages that they had, if they have any
     */
    WalkOrder orderOfPast(boolean withMessages);

    /**
     * Asks for a page that will be read next, and does not wait. Must be forgotten when a look at changes comes
     * between: the look may leave to the past what the page does not show yet.
     */
    default void askForPast(PageQuery query) {}

    /** A page that was asked for is not needed any more. */
    default void forgetAskedPast() {}

    /** How many elements there are; empty when Crisp does not tell. Does not wait until it does. */
    default OptionalLong total() throws InterruptedException {
        return OptionalLong.empty();
    }

    /** Reads one element. Waits as long as Crisp cannot answer; empty when there is none. */
    Optional<Item<T>> element(String id) throws InterruptedException;

    /**
     * Asks for what {@link #find} will read first, and does not wait. Returns whether it did: what happens to the element from
     * now on may be missing from what is found.
     */
    default boolean ask(Item<T> item, Look look) {
        return false;
    }

    /** What was asked for of elements, and not found yet, is not needed any more. */
    default void forgetAsked() {}

    /** Finds what is to be emitted for an element that was listed; reads what belongs to it. */
    Finding find(Item<T> item, Look look) throws InterruptedException;

    /**
     * What an event means. Waits for nothing.
     *
     * @param emitted whether what has this identity was emitted
     */
    Heard hear(RealtimeEvent event, LongPredicate emitted);
}
