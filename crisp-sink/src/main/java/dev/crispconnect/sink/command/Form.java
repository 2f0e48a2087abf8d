package dev.crispconnect.sink.command;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What a {@link Kind} accepts, as data: the schemas in {@code config/schemas} are made of it. Immutable. */
sealed interface Form {

    /**
     * Text.
     *
     * @param pattern what a part of it must match; empty for any text
     */
    record Text(String pattern) implements Form {}

    /** One of some words. */
    record OneOf(Set<String> words) implements Form {

        public OneOf {
            words = Collections.unmodifiableSet(new TreeSet<>(words));
        }
    }

    /** True or false. */
    record Flag() implements Form {}

    /** A whole number; unbounded with the bounds of {@code long}. */
    record Whole(long least, long most) implements Form {}

    record Numeric() implements Form {}

    /** Milliseconds since 1970, or a Connect Timestamp. */
    record Time() implements Form {}

    /**
     * Text, a number, true or false.
     *
     * @param pattern as of {@link Text}
     */
    record Scalar(String pattern) implements Form {}

    /** An object with any names. */
    record MapOf(Form value) implements Form {}

    record ListOf(Form element) implements Form {}

    /** An object with known fields. */
    record Group(Map<String, Form> fields, Set<String> required) implements Form {

        public Group {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
            required = Collections.unmodifiableSet(new TreeSet<>(required));
        }
    }

    /** A name alone, or an object. */
    record NameOr(Group group) implements Form {}

    /**
     * What another field beside it says.
     *
     * @param field the other field
     * @param absent what counts when that is not there
     * @param forms by its value
     */
    record Depending(String field, String absent, Map<String, Form> forms) implements Form {

        public Depending {
            forms = Map.copyOf(forms);
        }

        /** The objects among the forms. */
        List<Group> groups() {
            return forms.keySet().stream()
                    .sorted()
                    .map(forms::get)
                    .filter(Group.class::isInstance)
                    .map(Group.class::cast)
                    .toList();
        }
    }
}
