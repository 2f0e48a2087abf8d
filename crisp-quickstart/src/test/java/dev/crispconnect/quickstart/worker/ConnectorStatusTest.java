package dev.crispconnect.quickstart.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class ConnectorStatusTest {
    @Test
    void aConnectorRunsWhenAllItsTasksDo() throws Exception {
        assertThat(status("""
                {"connector": {"state": "RUNNING"}, "tasks": [{"id": 0, "state": "RUNNING"}, {"id": 1, "state": "RUNNING"}]}
                """).running()).isTrue();
        assertThat(status("""
                {"connector": {"state": "RUNNING"}, "tasks": [{"id": 0, "state": "RUNNING"}, {"id": 1, "state": "FAILED"}]}
                """).running()).isFalse();
    }

    @Test
    void aConnectorWithoutTasksDoesNotRunYet() throws Exception {
        assertThat(status("""
                {"connector": {"state": "RUNNING"}, "tasks": []}
                """).running()).isFalse();
        assertThat(ConnectorStatus.unknown().running()).isFalse();
    }

    @Test
    void theFailureIsTheFirstLineOfTheTrace() throws Exception {
        assertThat(status("""
                {"connector": {"state": "RUNNING"}, "tasks": [
                 {"id": 0, "state": "FAILED", "trace": "ConnectException: the token is not accepted\\n\\tat somewhere"}]}
                """).failure()).contains("ConnectException: the token is not accepted");
    }

    private static ConnectorStatus status(String json) throws JsonProcessingException {
        return ConnectorStatus.of(new ObjectMapper().readTree(json));
    }
}
