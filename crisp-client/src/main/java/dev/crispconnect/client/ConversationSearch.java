package dev.crispconnect.client;

import java.util.Objects;

/** What to search conversations for (Crisp API reference, section 3.1). Needs a paid plan (402). */
public sealed interface ConversationSearch {

    /** Words in messages or names. */
    record Text(String text) implements ConversationSearch {
        public Text {
            Objects.requireNonNull(text, "text");
        }

        /** Shows nothing of what is looked for. */
        @Override
        public String toString() {
            return "Text[]";
        }
    }

    /** A segment. */
    record Segment(String segment) implements ConversationSearch {
        public Segment {
            Objects.requireNonNull(segment, "segment");
        }
    }

    /** Conditions. */
    record Filter(SearchFilter filter) implements ConversationSearch {
        public Filter {
            Objects.requireNonNull(filter, "filter");
        }
    }
}
