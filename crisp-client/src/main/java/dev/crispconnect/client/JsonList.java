package dev.crispconnect.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A list as the whole {@code data} of an answer. Stricter than a list inside an object: taking what is no list for an
 * empty one, or leaving an element out, would end a walk early and lose what was not read.
 */
final class JsonList {

    private JsonList() {}

    /** @throws UndecodableException when data is no list, or an element lacks its id */
    static <T> List<T> of(JsonNode data, Decoder<T> element) {
        if (!data.isArray()) {
            throw new UndecodableException("data is not a list");
        }
        List<T> values = new ArrayList<>(data.size());
        for (JsonNode node : data) {
            values.add(element.decode(node));
        }
        return List.copyOf(values);
    }
}
