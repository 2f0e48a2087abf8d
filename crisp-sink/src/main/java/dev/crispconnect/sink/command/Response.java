package dev.crispconnect.sink.command;

import java.nio.charset.StandardCharsets;

/**
 * What a look-up found.
 *
 * @param json a whole JSON object, within the bound that results have room for
 */
public record Response(String json) {

    /** Makes it text that every converter can write: half a surrogate pair, as excerpts may end with, becomes a question mark. */
    public Response {
        json = new String(json.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    /** Shows nothing of what was found. */
    @Override
    public String toString() {
        return "Response[" + json.length() + " characters]";
    }
}
