package dev.crispconnect.quickstart.worker;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * What a plugin thinks of a configuration.
 *
 * @param errors one line per complaint, led by the key it is about; empty when the configuration will do
 */
public record ConfigCheck(List<String> errors) {
    public ConfigCheck {
        errors = List.copyOf(errors);
    }

    static ConfigCheck of(JsonNode json) {
        var errors = new ArrayList<String>();
        for (var config : json.path("configs")) {
            var value = config.path("value");
            StreamSupport.stream(value.path("errors").spliterator(), false)
                    .map(error -> value.path("name").asText() + ": " + error.asText())
                    .forEach(errors::add);
        }
        return new ConfigCheck(errors);
    }
}
