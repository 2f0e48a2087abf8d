package dev.crispconnect.source.feed;

import dev.crispconnect.client.ListOrder;

/** A list of Crisp that a unit follows, and what is emitted for one of its elements. */
interface Listing<T> {

    /** Reads a page, newest first. Waits as long as Crisp cannot answer. A page behind the end is an empty one. */
    ListPage<T> page(PageChoice choice, ListOrder order) throws InterruptedException;

    /** Finds what is to be emitted for an element that was listed; reads what belongs to it. */
    Finding find(Item<T> item, Look look) throws InterruptedException;
}
