package dev.crispconnect.simulator.http;

import dev.crispconnect.simulator.access.Limits;
import dev.crispconnect.simulator.access.Token;
import dev.crispconnect.simulator.switches.Switches;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.lang.System.Logger;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a request passes on its way to an answer, from the outside in: the cache, which answers what it remembers; the rate
 * limit; the daily quota of a good token; the gate and the API behind it.
 */
final class Pipeline {

    private static final Logger LOG = System.getLogger(Pipeline.class.getName());

    private final Limits limits;
    private final LimitAnswers limited;
    private final Bloom cache;
    private final Api api;

    Pipeline(HttpApi.Parts parts, Switches switches, Api api) {
        this.limits = parts.limits();
        this.limited = new LimitAnswers(switches);
        this.cache = new Bloom(parts, switches);
        this.api = api;
    }

    /** @param token null when the request has none that is good */
    Answer answer(HttpServerRequest request, Router.Match match, Token token, Buffer body) {
        try {
            return cache.answer(request, match, new BehindTheCache(request, match, token, body));
        } catch (RuntimeException e) {
            LOG.log(
                    Logger.Level.ERROR,
                    "The simulator failed and answers 500: " + match.route().template(),
                    e);
            return Answer.error(500, "server_error");
        }
    }

    /** Nothing was answered yet. */
    void forget() {
        cache.forget();
    }

    /** The same without the cache and the limits, for a request without a body that nobody hears the answer of. */
    Answer unlimited(HttpServerRequest request, Router.Match match, Token token) {
        return new BehindTheCache(request, match, token, Buffer.buffer()).answer();
    }

    private static Query query(HttpServerRequest request) {
        if (request.query() == null) {
            return Query.NONE;
        }
        Map<String, String> values = new HashMap<>();
        request.params().forEach(parameter -> values.putIfAbsent(parameter.getKey(), parameter.getValue()));
        return new Query(values);
    }

    /** As the caller knows it, who may reach the simulator through a forwarded port. */
    private static String address(HttpServerRequest request) {
        String host = request.getHeader(HttpHeaders.HOST);
        return host == null ? request.localAddress().toString() : host;
    }

    /** The limits and the API, for one request. */
    private final class BehindTheCache implements Bloom.Origin {

        private final HttpServerRequest request;
        private final Router.Match match;
        private final Token token;
        private final Buffer body;

        BehindTheCache(HttpServerRequest request, Router.Match match, Token token, Buffer body) {
            this.request = request;
            this.match = match;
            this.token = token;
            this.body = body;
        }

        @Override
        public Optional<Answer> refusalOfCached() {
            return limits.admitCached(token).map(limited::of);
        }

        @Override
        public Optional<Answer> refusal() {
            return limits.admit(token).map(limited::of);
        }

        @Override
        public Answer answer() {
            Query query;
            try {
                query = query(request);
            } catch (IllegalArgumentException notEncoded) {
                return Answer.error(400, "invalid_data", "query should be percent-encoded");
            }
            return api.answer(
                    match, token, request.getHeader("X-Crisp-Tier"), new Api.Content(query, body, address(request)));
        }
    }
}
