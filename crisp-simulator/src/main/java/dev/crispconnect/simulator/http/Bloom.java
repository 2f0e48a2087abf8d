package dev.crispconnect.simulator.http;

import dev.crispconnect.simulator.cache.AnswerCache;
import dev.crispconnect.simulator.event.EventFeed;
import dev.crispconnect.simulator.switches.AccessSwitch;
import dev.crispconnect.simulator.switches.AccessSwitch.Cache;
import dev.crispconnect.simulator.switches.Switches;
import dev.crispconnect.simulator.workspace.Workspace;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * The cache in front of the API, which Crisp calls Bloom (Crisp API reference, section 2.4): answers GET and HEAD from memory
 * and lets everything else through. Off unless {@link AccessSwitch#CACHE} turns it on.
 */
final class Bloom {

    private static final Set<Integer> CACHEABLE = Set.of(200, 204, 206, 401, 402, 404, 405, 423);
    /** The header that tells who answered. */
    static final String STATUS = "Bloom-Status";

    static final String FROM_MEMORY = "HIT";
    private static final String TAG = "ETag";

    private final Switches switches;
    private final Map<String, Workspace> workspaces;
    private final AnswerCache<Answer> cache;

    Bloom(HttpApi.Parts parts, Switches switches) {
        this.switches = switches;
        this.workspaces = parts.workspaces();
        this.cache = new AnswerCache<>(switches, parts.clock(), parts.tokens()::changes);
    }

    /** What stands behind the cache. */
    interface Origin {

        /** Why not even a remembered answer is given, if so; that is never remembered. */
        Optional<Answer> refusalOfCached();

        /** Why no answer is made, if so; that is never remembered. */
        Optional<Answer> refusal();

        /** Makes the answer. */
        Answer answer();
    }

    /** Nothing was answered yet. */
    void forget() {
        cache.reset();
    }

    /** The remembered answer, or else the one of the origin. */
    Answer answer(HttpServerRequest request, Router.Match match, Origin origin) {
        if (switches.get(AccessSwitch.CACHE) == Cache.OFF) {
            cache.clear();
            return origin.refusal().orElseGet(origin::answer);
        }
        AnswerCache.Draft draft = cache.begin(key(request), website(match));
        Answer known = match.route().writes() ? null : cache.find(draft);
        if (known != null) {
            return origin.refusalOfCached()
                    .map(Bloom::direct)
                    .orElseGet(() -> unlessKnown(request, known.with(STATUS, FROM_MEMORY)));
        }
        return origin.refusal()
                .map(Bloom::direct)
                .orElseGet(() ->
                        match.route().writes() ? direct(origin.answer()) : remembered(request, draft, origin.answer()));
    }

    private Answer remembered(HttpServerRequest request, AnswerCache.Draft draft, Answer fresh) {
        if (!CACHEABLE.contains(fresh.status())) {
            return direct(fresh);
        }
        Answer tagged = fresh.with(TAG, tag(fresh.body())).with("Vary", "Authorization, X-Crisp-Tier");
        cache.keep(draft, tagged);
        return unlessKnown(request, tagged.with(STATUS, "MISS"));
    }

    private static Answer direct(Answer answer) {
        return answer.with(STATUS, "DIRECT");
    }

    /** 304 when the caller has it. */
    private static Answer unlessKnown(HttpServerRequest request, Answer answer) {
        String tags = request.getHeader("If-None-Match");
        boolean known = tags != null
                && answer.status() < 300
                && Stream.of(tags.split(",", -1))
                        .map(String::strip)
                        .anyMatch(tag ->
                                tag.equals("*") || tag.endsWith(answer.headers().get(TAG)));
        return known ? answer.notModified() : answer;
    }

    private static AnswerCache.Key key(HttpServerRequest request) {
        return new AnswerCache.Key(
                request.getHeader("Authorization"),
                request.getHeader("X-Crisp-Tier"),
                request.method().name(),
                request.uri());
    }

    private EventFeed website(Router.Match match) {
        String id = match.parameters().get("website_id");
        Workspace workspace = id == null ? null : workspaces.get(id);
        return workspace == null ? null : workspace.events();
    }

    private static String tag(Buffer body) {
        CRC32C sum = new CRC32C();
        sum.update(body.getBytes());
        return "\"" + Long.toHexString(sum.getValue()) + "-" + Integer.toHexString(body.length()) + "\"";
    }
}
