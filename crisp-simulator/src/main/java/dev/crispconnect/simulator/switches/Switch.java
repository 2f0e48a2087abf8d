package dev.crispconnect.simulator.switches;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A question about Crisp that nobody outside Crisp can answer (Crisp API reference, section 10.1), with the answers the
 * simulator can be told to give. Values are written in lower case with hyphens, sets with commas between and {@code none}
 * for the empty one, durations in milliseconds.
 *
 * @param <V> what its values are
 */
public final class Switch<V> {

    private static final String NONE = "none";
    private static final Duration CENTURY = Duration.ofDays(36_525);

    private final String name;
    private final String question;
    private final V preset;
    private final List<String> values;
    private final Function<String, V> parser;
    private final Function<V, String> printer;

    private Switch(
            String name,
            String question,
            V preset,
            List<String> values,
            Function<String, V> parser,
            Function<V, String> printer) {
        this.name = name;
        this.question = question;
        this.preset = Objects.requireNonNull(preset, "preset");
        this.values = List.copyOf(values);
        this.parser = parser;
        this.printer = printer;
    }

    static <E extends Enum<E>> Switch<E> one(String name, String question, E preset) {
        List<E> all = List.of(preset.getDeclaringClass().getEnumConstants());
        return new Switch<>(
                name,
                question,
                preset,
                all.stream().map(Switch::word).toList(),
                text -> element(all, text),
                Switch::word);
    }

    static <E extends Enum<E>> Switch<Set<E>> some(String name, String question, Class<E> type, Set<E> preset) {
        List<E> all = List.of(type.getEnumConstants());
        Function<String, Set<E>> parser = text -> text.equals(NONE)
                ? Set.of()
                : Arrays.stream(text.split(",", -1))
                        .map(word -> element(all, word))
                        .collect(Collectors.toUnmodifiableSet());
        Function<Set<E>, String> printer = chosen -> chosen.isEmpty()
                ? NONE
                : EnumSet.copyOf(chosen).stream().map(Switch::word).collect(Collectors.joining(","));
        List<String> words = all.stream().map(Switch::word).toList();
        return new Switch<>(name, question, Set.copyOf(preset), words, parser, printer);
    }

    static Switch<Duration> millis(String name, String question, Duration preset) {
        Function<String, Duration> parser = text -> Duration.ofMillis(whole(text));
        return new Switch<>(
                name, question, preset, List.of("milliseconds"), parser, value -> Long.toString(value.toMillis()));
    }

    /** May be negative; a century either way at most, so that every time can be written. */
    static Switch<Duration> signedMillis(String name, String question, Duration preset) {
        return new Switch<>(
                name,
                question,
                preset,
                List.of("milliseconds, negative ones too"),
                text -> {
                    Duration value = Duration.ofMillis(Long.parseLong(text));
                    if (value.abs().compareTo(CENTURY) > 0) {
                        throw new IllegalArgumentException(text);
                    }
                    return value;
                },
                value -> Long.toString(value.toMillis()));
    }

    static Switch<Integer> between(String name, String question, int preset, int least, int most) {
        Function<String, Integer> parser = text -> {
            if (whole(text) < least || whole(text) > most) {
                throw new IllegalArgumentException(text);
            }
            return Integer.valueOf(text);
        };
        return new Switch<>(name, question, preset, List.of(least + " to " + most), parser, Object::toString);
    }

    static Switch<Integer> number(String name, String question, int preset) {
        return new Switch<>(
                name, question, preset, List.of("a number"), text -> Math.toIntExact(whole(text)), Object::toString);
    }

    /** Such as {@code repeated-fingerprint}. */
    public String name() {
        return name;
    }

    /** What is not known, in a few words. */
    public String question() {
        return question;
    }

    /** What the simulator does unless told otherwise: our choice, not Crisp's word. */
    public V preset() {
        return preset;
    }

    /** The words for its values, or what kind of value it takes. */
    public List<String> values() {
        return values;
    }

    /**
     * Reads a value.
     *
     * @throws IllegalArgumentException with a sentence that says what may be chosen
     */
    public V parse(String text) {
        try {
            return parser.apply(text.trim().toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new IllegalArgumentException(
                    "The switch " + name + " takes " + String.join(", ", values) + ", not " + text + ".", e);
        }
    }

    /** Writes a value so that {@link #parse} reads it. */
    public String print(V value) {
        return printer.apply(value);
    }

    @Override
    public String toString() {
        return name;
    }

    private static <E extends Enum<E>> E element(List<E> all, String text) {
        return all.stream()
                .filter(value -> word(value).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(text));
    }

    private static long whole(String text) {
        long number = Long.parseLong(text);
        if (number < 0) {
            throw new IllegalArgumentException(text);
        }
        return number;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
