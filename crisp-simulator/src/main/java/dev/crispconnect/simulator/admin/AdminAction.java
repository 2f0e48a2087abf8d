package dev.crispconnect.simulator.admin;

import dev.crispconnect.simulator.workspace.Workspace;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * Something that somebody other than the API's caller does in a workspace: a visitor, an operator, Crisp itself.
 *
 * @param name in lower case with hyphens
 * @param fields what it takes; a question mark after those that may be left out
 * @param work does it and makes the answer, a JSON value
 */
record AdminAction(String name, List<String> fields, BiFunction<Workspace, Input, Object> work) {

    /** @param fields with commas between; empty for none */
    static AdminAction action(String name, String fields, BiFunction<Workspace, Input, Object> work) {
        return new AdminAction(name, fields.isEmpty() ? List.of() : Arrays.asList(fields.split(", ", -1)), work);
    }

    Object perform(Workspace workspace, Input input) {
        return work.apply(workspace, input);
    }

    /** The fields without question marks, and which website it is. */
    List<String> known() {
        return Stream.concat(fields.stream().map(field -> field.replace("?", "")), Stream.of("websiteId"))
                .toList();
    }
}
