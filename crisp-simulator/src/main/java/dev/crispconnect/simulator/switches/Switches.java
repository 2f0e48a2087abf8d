package dev.crispconnect.simulator.switches;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** What is chosen for each {@link Switch} at present. Thread-safe: a change holds for every request from then on. */
public final class Switches {

    private static final List<Switch<?>> KNOWN = Stream.of(
                    AnswerSwitch.ALL, WorkspaceSwitch.ALL, RealtimeSwitch.ALL, HookSwitch.ALL, AccessSwitch.ALL)
            .flatMap(List::stream)
            .toList();

    private final Map<Switch<?>, Object> chosen = new ConcurrentHashMap<>();

    /** Every switch, in the order of the documentation. */
    public static List<Switch<?>> known() {
        return KNOWN;
    }

    /**
     * The switch of that name.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Switch<?> named(String name) {
        return KNOWN.stream()
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no switch " + name + "; there are "
                        + String.join(", ", KNOWN.stream().map(Switch::name).toList()) + "."));
    }

    /** The value in force. */
    @SuppressWarnings("unchecked") // set() puts in values of the switch's own type only
    public <V> V get(Switch<V> which) {
        Object value = chosen.get(which);
        return value == null ? which.preset() : (V) value;
    }

    /** Chooses a value. */
    public <V> Switches set(Switch<V> which, V value) {
        chosen.put(which, Objects.requireNonNull(value, which.name()));
        return this;
    }

    /**
     * Chooses a value by name.
     *
     * @throws IllegalArgumentException when there is no such switch or value, with a sentence that says what there is
     */
    public void set(String name, String value) {
        parsed(named(name), value);
    }

    /** Back to our choices, all of them. */
    public void reset() {
        chosen.clear();
    }

    /** Every switch's name and its value in force, as text. */
    public Map<String, String> inForce() {
        Map<String, String> values = new LinkedHashMap<>();
        KNOWN.forEach(known -> values.put(known.name(), printed(known)));
        return values;
    }

    private <V> void parsed(Switch<V> which, String value) {
        set(which, which.parse(value));
    }

    private <V> String printed(Switch<V> which) {
        return which.print(get(which));
    }
}
