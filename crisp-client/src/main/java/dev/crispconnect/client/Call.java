package dev.crispconnect.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * One request as a value: nothing is sent until a {@link CrispClient} gets it. Made by {@link Conversations},
 * {@link Messages}, {@link People}, {@link Websites} and {@link Plugins}.
 *
 * @param <T> what a good answer decodes to
 */
public final class Call<T> {

    private final String method;
    private final String template;
    private final List<String> segments;
    private final Map<String, String> query;
    private final Object body;
    private final Function<JsonNode, T> decoder;

    Call(
            String method,
            String template,
            List<String> segments,
            Map<String, String> query,
            Object body,
            Function<JsonNode, T> decoder) {
        this.method = Objects.requireNonNull(method, "method");
        this.template = Objects.requireNonNull(template, "template");
        this.segments = List.copyOf(segments);
        this.query = Map.copyOf(query);
        this.body = body;
        this.decoder = Objects.requireNonNull(decoder, "decoder");
    }

    /** {@code GET}, {@code PATCH} and so on. */
    public String method() {
        return method;
    }

    /** The path with its parameters unfilled, such as {@code /website/{website_id}/conversations/{page}}. */
    public String template() {
        return template;
    }
}
