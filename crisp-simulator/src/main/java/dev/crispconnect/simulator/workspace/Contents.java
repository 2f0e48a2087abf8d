package dev.crispconnect.simulator.workspace;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Messages of the types other than text (Crisp API reference, section 4.4), for the seeded past. */
final class Contents {

    private static final String FILES = "https://files.example.org/";

    private static final List<MessageDraft> RICH = List.of(
            MessageDraft.of("note", Side.OPERATOR, "Called the carrier, waiting for an answer"),
            MessageDraft.of(
                    "file",
                    Side.USER,
                    Map.of("name", "invoice.pdf", "url", FILES + "i/77.pdf", "type", "application/pdf")),
            MessageDraft.of("animation", Side.USER, Map.of("url", FILES + "a/1.gif", "type", "image/gif")),
            MessageDraft.of(
                    "picker",
                    Side.OPERATOR,
                    Map.of(
                            "id",
                            "pick-colour",
                            "text",
                            "Which colour?",
                            "choices",
                            List.of(
                                    Map.of("value", "r", "label", "Red", "icon", "r", "selected", false),
                                    Map.of("value", "b", "label", "Blue", "selected", true)),
                            "required",
                            true)),
            MessageDraft.of("audio", Side.USER, Map.of("url", FILES + "v/2.mp3", "type", "audio/mpeg", "duration", 13)),
            MessageDraft.of(
                    "field",
                    Side.OPERATOR,
                    Map.of(
                            "id",
                            "ask-order",
                            "text",
                            "Your order number?",
                            "explain",
                            "Eight digits",
                            "value",
                            "",
                            "required",
                            false)),
            MessageDraft.of(
                    "carousel",
                    Side.OPERATOR,
                    Map.of(
                            "text",
                            "Our boxes",
                            "targets",
                            List.of(Map.of(
                                    "title",
                                    "Small",
                                    "description",
                                    "1 kg",
                                    "image",
                                    FILES + "c/s.png",
                                    "actions",
                                    List.of(Map.of("label", "Buy", "url", "https://shop.example.org/s")))))),
            MessageDraft.of("event", Side.OPERATOR, Map.of("namespace", "state:unresolved")));

    private Contents() {}

    /** A message of one of the eight other types, one after the other. */
    static MessageDraft rich(int number) {
        return RICH.get(number % RICH.size());
    }

    /** The same, if that side writes such messages and they count as an answer or a question. */
    static Optional<MessageDraft> rich(int number, Side side) {
        MessageDraft rich = rich(number);
        return Optional.of(rich).filter(draft -> draft.from() == side && isTalk(draft));
    }

    /** See {@link Message#isTalk()}. */
    static boolean isTalk(MessageDraft draft) {
        return !draft.type().equals("note") && !draft.type().equals("event");
    }

    static MessageDraft text(Side side, RandomGenerator random) {
        return MessageDraft.text(side, side == Side.USER ? Names.question(random) : Names.answer(random));
    }
}
