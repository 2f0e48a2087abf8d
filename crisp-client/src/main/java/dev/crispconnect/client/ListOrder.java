package dev.crispconnect.client;

/** By which time a list is ordered. The reference gives no direction; newest first is what clients rely on. */
public enum ListOrder {
    CREATED,
    UPDATED,
    /** By how long the visitor waits, conversations in which nobody waits left out; for conversations only. */
    WAITING
}
