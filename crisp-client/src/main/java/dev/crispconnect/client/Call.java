package dev.crispconnect.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crispconnect.client.json.JsonBody;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * One request as a value: nothing is sent until a {@link CrispClient} gets it. Made by {@link Conversations},
 * {@link Messages}, {@link People}, {@link Operators}, {@link Websites} and {@link Plugins}. Immutable; printing it shows neither ids nor
 * body.
 *
 * @param <T> what a good answer decodes to
 */
public final class Call<T> {

    private final String method;
    private final ResourcePath path;
    private final Map<String, String> query;
    private final String body;
    private final Decoder<T> decoder;

    private Call(String method, ResourcePath path, Map<String, String> query, String body, Decoder<T> decoder) {
        this.method = Objects.requireNonNull(method, "method");
        this.path = Objects.requireNonNull(path, "path");
        this.query = Collections.unmodifiableMap(new LinkedHashMap<>(query));
        this.body = body;
        this.decoder = Objects.requireNonNull(decoder, "decoder");
    }

    static <T> Call<T> get(ResourcePath path, Map<String, String> query, Decoder<T> decoder) {
        return new Call<>("GET", path, query, null, decoder);
    }

    static <T> Call<T> get(ResourcePath path, Decoder<T> decoder) {
        return get(path, Map.of(), decoder);
    }

    static <T> Call<T> post(ResourcePath path, Map<String, ?> body, Decoder<T> decoder) {
        return new Call<>("POST", path, Map.of(), JsonBody.of(body), decoder);
    }

    /**
     * Asks whether something is there. Crisp answers by the status alone: 2xx is true, 404 false. It cannot say why not, so
     * false may also be a missing subscription, or the 404 of something in front of Crisp.
     */
    static Call<Boolean> head(ResourcePath path) {
        return new Call<>("HEAD", path, Map.of(), null, JsonNode::booleanValue);
    }

    static Call<Void> post(ResourcePath path, Map<String, ?> body) {
        return post(path, body, Decoder.NOTHING);
    }

    static Call<Void> patch(ResourcePath path, Map<String, ?> body) {
        return new Call<>("PATCH", path, Map.of(), JsonBody.of(body), Decoder.NOTHING);
    }

    static Call<Void> put(ResourcePath path, Map<String, ?> body) {
        return new Call<>("PUT", path, Map.of(), JsonBody.of(body), Decoder.NOTHING);
    }

    static Call<Void> delete(ResourcePath path) {
        return new Call<>("DELETE", path, Map.of(), null, Decoder.NOTHING);
    }

    /** {@code GET}, {@code PATCH} and so on. */
    public String method() {
        return method;
    }

    /** The path with its parameters unfilled, such as {@code /website/{website_id}/conversations/{page}}. */
    public String template() {
        return path.template();
    }

    /** Method and template: what to count calls by. Holds no id. */
    public String route() {
        return method + " " + template();
    }

    /** Whether it changes nothing at Crisp, however often it is made. */
    public boolean isRead() {
        return method.equals("GET") || isHead();
    }

    boolean isHead() {
        return method.equals("HEAD");
    }

    ResourcePath path() {
        return path;
    }

    Map<String, String> query() {
        return query;
    }

    /** JSON text; null when the method carries none. */
    String body() {
        return body;
    }

    Decoder<T> decoder() {
        return decoder;
    }

    @Override
    public String toString() {
        return route();
    }
}
