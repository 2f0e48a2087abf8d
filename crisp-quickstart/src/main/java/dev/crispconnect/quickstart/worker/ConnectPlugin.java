package dev.crispconnect.quickstart.worker;

import com.fasterxml.jackson.databind.JsonNode;

/** One plugin of the worker: its class, {@code source}, {@code sink}, {@code converter}..., and its version. */
public record ConnectPlugin(String className, String type, String version) {
    static ConnectPlugin of(JsonNode json) {
        return new ConnectPlugin(
                json.path("class").asText(),
                json.path("type").asText(),
                json.path("version").asText("undefined"));
    }
}
