package dev.crispconnect.simulator.realtime;

import dev.crispconnect.simulator.switches.RealtimeSwitch;
import dev.crispconnect.simulator.switches.RealtimeSwitch.EarlyBind;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** What a socket's binds do to its subscription (Crisp API reference, section 5.4). Used on the loop only. */
final class Binding {

    private final House house;
    private final Loop.Alarm gap;

    Binding(House house) {
        this.house = house;
        this.gap = house.loop().alarm(() -> {});
    }

    /**
     * The subscription after the socket emitted this. One that it makes no sense of changes nothing.
     *
     * @throws UnauthorizedException when it comes too early and that is not to be tolerated
     */
    Subscription apply(String emitted, Object argument, Subscription old) {
        return switch (emitted) {
            case "socket:bind", "socket:bind:push", "socket:bind:pop" ->
                isInTime() ? bound(emitted, argument, old) : old;
            default -> old;
        };
    }

    void cancel() {
        gap.cancel();
    }

    private boolean isInTime() {
        boolean early = gap.isSet();
        house.tally().bind(early);
        EarlyBind rule = house.switches().get(RealtimeSwitch.EARLY_BIND);
        if (early && rule == EarlyBind.REFUSE) {
            throw new UnauthorizedException("rebind too early");
        }
        if (early && rule == EarlyBind.IGNORE) {
            return false;
        }
        gap.set(house.switches().get(RealtimeSwitch.BIND_GAP));
        return true;
    }

    private Subscription bound(String emitted, Object argument, Subscription old) {
        try {
            return switch (emitted) {
                case "socket:bind:push" -> pushed(old, named(argument, old));
                case "socket:bind:pop" -> popped(old, Payload.of(argument).texts("events"));
                default -> rebound(argument, old);
            };
        } catch (UnauthorizedException nonsense) {
            return old;
        }
    }

    private Subscription rebound(Object argument, Subscription old) {
        boolean namesEvents = argument instanceof Map<?, ?> map && map.get("events") != null;
        Subscription renamed = namesEvents ? old.withEvents(named(argument, old)) : old;
        return house.doorkeeper().reassociated(renamed);
    }

    private Set<String> named(Object argument, Subscription old) {
        return house.doorkeeper().allowed(old.token(), Payload.of(argument).texts("events"));
    }

    private static Subscription pushed(Subscription old, Set<String> events) {
        Set<String> all = new LinkedHashSet<>(old.events());
        all.addAll(events);
        return old.withEvents(all);
    }

    private static Subscription popped(Subscription old, Set<String> events) {
        Set<String> left = new LinkedHashSet<>(old.events());
        left.removeAll(events);
        return old.withEvents(left);
    }
}
