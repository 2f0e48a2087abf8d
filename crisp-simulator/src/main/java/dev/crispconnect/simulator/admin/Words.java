package dev.crispconnect.simulator.admin;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Constants as they are written in JSON: in lower case with hyphens. */
final class Words {

    private Words() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static List<String> all(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(Words::of).toList();
    }

    /** Such as {@code stall-in-body} of {@code StallInBody}. */
    static String of(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
