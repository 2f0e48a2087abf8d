package dev.crispconnect.client.conversation;

import java.util.List;

/**
 * What a message says, by its type (Crisp API reference, section 4.4). Fields may be null, lists may not. Printing one
 * shows its kind only.
 */
public sealed interface MessageContent {

    /** Types {@code text} and {@code note}. */
    record Text(String text) implements MessageContent {

        @Override
        public String toString() {
            return "Text[]";
        }
    }

    /** Type {@code file}; {@code type} is a MIME type. */
    record File(String name, String url, String type) implements MessageContent {

        @Override
        public String toString() {
            return "File[]";
        }
    }

    /** Type {@code animation}; {@code type} is a MIME type. */
    record Animation(String url, String type) implements MessageContent {

        @Override
        public String toString() {
            return "Animation[]";
        }
    }

    /** Type {@code audio}; {@code duration} as sent, in seconds. */
    record Audio(String url, String type, Double duration) implements MessageContent {

        @Override
        public String toString() {
            return "Audio[]";
        }
    }

    /** Type {@code picker}: the visitor picks one of several choices. */
    record Picker(String id, String text, List<Choice> choices, Boolean required) implements MessageContent {
        public Picker {
            choices = choices == null ? List.of() : List.copyOf(choices);
        }

        @Override
        public String toString() {
            return "Picker[]";
        }

        /** One choice of a picker. */
        public record Choice(String value, String icon, String label, Boolean selected, ChoiceAction action) {

            @Override
            public String toString() {
                return "Choice[]";
            }
        }

        /** What choosing does beyond answering. */
        public record ChoiceAction(String type, String target) {

            @Override
            public String toString() {
                return "ChoiceAction[]";
            }
        }
    }

    /** Type {@code field}: the visitor fills in a value. */
    record Field(String id, String text, String explain, String value, Boolean required) implements MessageContent {

        @Override
        public String toString() {
            return "Field[]";
        }
    }

    /** Type {@code carousel}: cards side by side. */
    record Carousel(String text, List<Card> targets) implements MessageContent {
        public Carousel {
            targets = targets == null ? List.of() : List.copyOf(targets);
        }

        @Override
        public String toString() {
            return "Carousel[]";
        }

        /** One card. */
        public record Card(String title, String description, String image, List<CardAction> actions) {
            public Card {
                actions = actions == null ? List.of() : List.copyOf(actions);
            }

            @Override
            public String toString() {
                return "Card[]";
            }
        }

        /** A button on a card. */
        public record CardAction(String label, String url) {

            @Override
            public String toString() {
                return "CardAction[]";
            }
        }
    }

    /** Type {@code event}: a system line, such as a change of state. */
    record Event(String namespace, String text) implements MessageContent {

        @Override
        public String toString() {
            return "Event[]";
        }
    }

    /** A type that came after this was written, or a content that does not fit its type; see the message's JSON. */
    record Unknown() implements MessageContent {

        @Override
        public String toString() {
            return "Unknown[]";
        }
    }
}
