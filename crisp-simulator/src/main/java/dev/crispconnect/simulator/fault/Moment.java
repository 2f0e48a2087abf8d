package dev.crispconnect.simulator.fault;

/** Whether a fault strikes before or after the request takes effect. */
public enum Moment {
    /** The request takes no effect. */
    BEFORE_WRITE,
    /** The request took effect; only its answer is lost or spoilt. */
    AFTER_WRITE
}
