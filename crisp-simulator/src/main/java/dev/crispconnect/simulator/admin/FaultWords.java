package dev.crispconnect.simulator.admin;

import dev.crispconnect.simulator.fault.Fault;
import dev.crispconnect.simulator.fault.Fault.StallInBody.Rest;
import dev.crispconnect.simulator.fault.Moment;
import dev.crispconnect.simulator.fault.Mutation;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Faults as they are written in JSON: a name and what it takes. */
final class FaultWords {

    private static final List<Word> WORDS = List.of(
            new Word("status", List.of("code", "reason", "retryAfter", "moment"), FaultWords::status),
            new Word("html", List.of("code", "retryAfter", "moment"), FaultWords::html),
            new Word("garbage", List.of("moment"), in -> new Fault.Garbage(answering(in))),
            new Word("drop", List.of("moment"), in -> new Fault.Drop(moment(in))),
            new Word("reset", List.of("moment"), in -> new Fault.Reset(moment(in))),
            new Word("half-close", List.of("moment"), in -> new Fault.HalfClose(moment(in))),
            new Word("silence", List.of("moment"), in -> new Fault.Silence(moment(in))),
            new Word("stall", List.of("millis", "moment"), in -> new Fault.Stall(in.millis("millis"), moment(in))),
            new Word("slow", List.of("millis"), in -> new Fault.Slow(in.millis("millis"))),
            new Word("truncated-body", List.of(), in -> new Fault.TruncatedBody()),
            new Word(
                    "stall-in-body",
                    List.of("millis", "rest"),
                    in -> new Fault.StallInBody(in.millis("millis"), in.word("rest", Rest.class))),
            new Word("mutated", List.of("kind"), in -> new Fault.Mutated(in.word("kind", Mutation.class))),
            new Word("stale", List.of(), in -> new Fault.Stale()),
            new Word(
                    "moved-item",
                    List.of("sessionId", "seed"),
                    in -> new Fault.MovedItem(
                            in.optionalText("sessionId").orElse(null),
                            in.optionalLong("seed").orElse(1L))));

    private FaultWords() {}

    /**
     * A name.
     *
     * @param fields what it takes
     */
    record Word(String name, List<String> fields, Function<Input, Fault> reader) {}

    static List<Word> all() {
        return WORDS;
    }

    /** The word in the field {@code fault}. */
    static Word word(Input input) {
        String name = input.text("fault");
        return WORDS.stream()
                .filter(word -> word.name().equals(name))
                .findFirst()
                .orElseThrow(() -> input.wrong(
                        "fault",
                        "one of "
                                + String.join(
                                        ", ", WORDS.stream().map(Word::name).toList())));
    }

    /** What {@link #word} reads. */
    static Map<String, Object> written(Fault fault) {
        Map<String, Object> written = new LinkedHashMap<>();
        boolean page = fault instanceof Fault.Status status && status.reason() == null;
        written.put("fault", page ? "html" : Words.of(fault.getClass()));
        Components.of((Record) fault).forEach((name, value) -> {
            if (value instanceof Duration duration) {
                written.put("millis", duration.toMillis());
            } else if (value != null) {
                written.put(name, value instanceof Enum<?> constant ? Words.of(constant) : value);
            }
        });
        return written;
    }

    private static Fault status(Input in) {
        int code = in.whole("code");
        String reason = in.optionalText("reason").orElseGet(() -> Fault.reasonOf(code));
        return new Fault.Status(code, reason, retryAfter(in), answering(in));
    }

    private static Fault html(Input in) {
        return new Fault.Status(in.whole("code"), null, retryAfter(in), answering(in));
    }

    private static String retryAfter(Input in) {
        return in.has("retryAfter") ? in.any("retryAfter").toString() : null;
    }

    /** Faults with an answer come before the write unless told otherwise. */
    private static Moment answering(Input in) {
        return in.optionalWord("moment", Moment.class).orElse(Moment.BEFORE_WRITE);
    }

    /** Faults without an answer leave everybody in doubt, so that the moment is to be said. */
    private static Moment moment(Input in) {
        if (!in.has("moment")) {
            throw Refused.invalid(
                    "The field moment is missing; it is one of " + String.join(", ", Words.all(Moment.class)) + ".");
        }
        return in.word("moment", Moment.class);
    }
}
