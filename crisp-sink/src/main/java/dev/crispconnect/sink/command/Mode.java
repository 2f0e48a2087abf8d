package dev.crispconnect.sink.command;

import java.util.Set;

/** Whether what is written replaces all there is, or is merged into it. */
final class Mode {

    static final Kind KIND = Kinds.oneOf(Set.of("merge", "replace"));

    private Mode() {}

    static boolean isReplace(Fields fields) {
        return "replace".equals(fields.text("mode"));
    }
}
