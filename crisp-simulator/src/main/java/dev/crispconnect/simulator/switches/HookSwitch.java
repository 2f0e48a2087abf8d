package dev.crispconnect.simulator.switches;

import java.time.Duration;
import java.util.List;

/** How web hooks are delivered (Crisp API reference, section 6.2). */
public final class HookSwitch {

    /** When the next delivery to a hook starts. */
    public enum Order {
        /** When the first attempt of the one before has been answered; later attempts come when they come. */
        IN_ORDER,
        /** At once: deliveries may overtake each other. */
        AT_ONCE
    }

    public static final Switch<Integer> ATTEMPTS =
            Switch.number("hook-attempts", "how often a delivery is tried before it is given up", 3);

    public static final Switch<Duration> RETRY_DELAY = Switch.millis(
            "hook-retry-delay", "how long after a failed attempt the next one starts", Duration.ofSeconds(5));

    public static final Switch<Duration> TIMEOUT =
            Switch.millis("hook-timeout", "how long an attempt waits for its answer", Duration.ofSeconds(10));

    public static final Switch<Order> ORDER =
            Switch.one("hook-order", "whether deliveries keep their order", Order.IN_ORDER);

    static final List<Switch<?>> ALL = List.of(ATTEMPTS, RETRY_DELAY, TIMEOUT, ORDER);

    private HookSwitch() {}
}
