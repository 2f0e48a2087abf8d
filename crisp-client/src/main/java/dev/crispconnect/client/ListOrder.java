package dev.crispconnect.client;

/** By which time a list is ordered. The reference gives no direction; newest first is what clients rely on. */
public enum ListOrder {
    CREATED,
    UPDATED
}
