package dev.crispconnect.quickstart.worker;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The state of a connector and its tasks, in Connect's words.
 *
 * @param state {@code RUNNING}, {@code PAUSED}, {@code STOPPED}, {@code FAILED}, {@code UNASSIGNED}...
 * @param tasks the tasks in the order of their ids; none until the connector has been started
 */
public record ConnectorStatus(String state, String trace, List<TaskStatus> tasks) {
    /** One task; {@code trace} is the failure's stack trace, else empty. */
    public record TaskStatus(int id, String state, String trace) {}

    public ConnectorStatus {
        tasks = List.copyOf(tasks);
    }

    /** Of a connector that the worker has not heard of yet. */
    public static ConnectorStatus unknown() {
        return new ConnectorStatus("UNASSIGNED", "", List.of());
    }

    static ConnectorStatus of(JsonNode json) {
        var connector = json.path("connector");
        var tasks = StreamSupport.stream(json.path("tasks").spliterator(), false)
                .map(task -> new TaskStatus(
                        task.path("id").asInt(),
                        task.path("state").asText(),
                        task.path("trace").asText()))
                .toList();
        return new ConnectorStatus(
                connector.path("state").asText(), connector.path("trace").asText(), tasks);
    }

    /** Whether the connector and all its tasks, one at least, run. */
    public boolean running() {
        return state.equals("RUNNING")
                && !tasks.isEmpty()
                && tasks.stream().allMatch(task -> task.state().equals("RUNNING"));
    }

    /** The first line of the first failure among the connector and its tasks. */
    public Optional<String> failure() {
        var states = Stream.concat(
                Stream.of(new TaskStatus(-1, state, trace)), tasks.stream());
        return states.filter(one -> one.state().equals("FAILED"))
                .map(one -> one.trace().lines().findFirst().orElse("no reason given"))
                .findFirst();
    }
}
