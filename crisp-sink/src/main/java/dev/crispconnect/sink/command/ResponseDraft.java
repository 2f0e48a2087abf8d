package dev.crispconnect.sink.command;

import dev.crispconnect.client.json.JsonBody;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A response as it grows, field by field, bounded in bytes. Immutable. */
final class ResponseDraft {

    /** Room for the name of a list and for what is said of it: whether it was cut, and where it goes on. */
    private static final int FRAME = 128;

    private final List<String> fields;
    private final int left;

    private ResponseDraft(List<String> fields, int left) {
        this.fields = fields;
        this.left = left;
    }

    /** An empty one. */
    static ResponseDraft within(int bytes) {
        return new ResponseDraft(List.of(), bytes - 2);
    }

    /** The same with one more field: a value of the client, or plain; none when it is null. */
    ResponseDraft with(String name, Object value) {
        if (value == null) {
            return this;
        }
        String object = JsonBody.of(Map.of(name, PlainValues.of(value)));
        return plus(object.substring(1, object.length() - 1));
    }

    /** The same with a list, and whether it was cut. */
    ResponseDraft with(String name, List<String> elements, boolean truncated) {
        return plus("\"" + name + "\":[" + String.join(",", elements) + "]").with("truncated", truncated);
    }

    /** An empty list for the room that is left. */
    ResponseList list(int most) {
        return ResponseList.within(left - FRAME, most);
    }

    /** The end of a look-up: answered, or refused when not even its shortest answer fits. */
    Step answer() {
        return left < 0
                ? new Step.Refuse(
                        "response_too_long: what was found is longer than results have room for",
                        "Raise results.producer.max.request.size, and what the brokers and the results topic take.")
                : Step.answered(new Response("{" + String.join(",", fields) + "}"));
    }

    private ResponseDraft plus(String field) {
        List<String> more = new ArrayList<>(fields);
        more.add(field);
        return new ResponseDraft(List.copyOf(more), left - bytes(field) - 1);
    }

    /** As they will travel. */
    static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
