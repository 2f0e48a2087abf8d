package dev.crispconnect.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.util.Optional;

/** Judges replies: a decoded answer, or the failure that it is. Pure. */
final class Replies {

    private Replies() {}

    /**
     * The answer that a reply holds.
     *
     * @throws CrispException when it holds none
     */
    static <T> Answer<T> read(Call<T> call, Reply reply) {
        if (call.isHead() && (succeeded(reply) || reply.status() == 404)) {
            return answer(call, reply, "", BooleanNode.valueOf(succeeded(reply)));
        }
        // 204 and 205 have no body by definition; to Crisp, no data and empty data are the same
        boolean bodiless = reply.status() == 204 || reply.status() == 205;
        Optional<Envelope> envelope =
                bodiless ? Optional.of(Envelope.EMPTY) : reply.body().flatMap(Envelope::parse);
        if (!succeeded(reply)) {
            String reason =
                    envelope.filter(Envelope::error).map(Envelope::reason).orElse("");
            throw Classification.of(facts(call, reply, reason));
        }
        if (reply.body().isEmpty()) {
            throw unreadable(call, reply, "", "brought an answer longer than the response limit");
        }
        return decoded(
                call,
                reply,
                envelope.orElseThrow(() -> unreadable(call, reply, "", "brought an answer that is no Crisp envelope")));
    }

    private static <T> Answer<T> decoded(Call<T> call, Reply reply, Envelope envelope) {
        if (envelope.error()) {
            throw unreadable(call, reply, envelope.reason(), "brought a success that says it is an error");
        }
        try {
            return answer(call, reply, envelope.reason(), envelope.data());
        } catch (UndecodableException incomplete) {
            throw unreadable(
                    call, reply, envelope.reason(), "brought an incomplete answer (" + incomplete.getMessage() + ")");
        }
    }

    private static <T> Answer<T> answer(Call<T> call, Reply reply, String reason, JsonNode data) {
        return new Answer<>(
                reply.status(), reason, reply.headers(), call.decoder().decode(data));
    }

    private static boolean succeeded(Reply reply) {
        return reply.status() >= 200 && reply.status() <= 299;
    }

    private static CrispException unreadable(Call<?> call, Reply reply, String reason, String what) {
        return new CrispException.Unreadable(facts(call, reply, reason), what, null);
    }

    private static CrispException.Facts facts(Call<?> call, Reply reply, String reason) {
        return new CrispException.Facts(call.method(), call.template(), reply.status(), reason, reply.headers());
    }
}
