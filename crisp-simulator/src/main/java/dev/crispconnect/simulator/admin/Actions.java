package dev.crispconnect.simulator.admin;

import java.util.List;
import java.util.stream.Stream;

/** Every action that can be asked for by name. */
final class Actions {

    private Actions() {}

    static List<AdminAction> all() {
        return Stream.of(VisitorActions.ALL, VisitorAnswers.ALL, TeamActions.ALL, ServerActions.ALL)
                .flatMap(List::stream)
                .toList();
    }
}
