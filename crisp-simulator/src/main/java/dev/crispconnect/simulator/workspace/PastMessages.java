package dev.crispconnect.simulator.workspace;

import dev.crispconnect.simulator.workspace.Website.Operator;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * What is written in the conversations of a made-up past. Each message follows from its conversation and its index in it, so
 * that none needs the others: the last two end the conversation as its kind says, and before them stands anything.
 */
final class PastMessages {

    private static final int RICH_EVERY = 4;
    private static final int FINGERPRINTS_A_SECOND = 100_000;
    // coprime with the fingerprints of a second: those of a conversation differ
    private static final int FINGERPRINT_STEP = 7_919;

    private final PastTimes times;
    private final int each;
    private final Chance words;
    private final Chance fingerprints;

    /** @param each how many messages every conversation has */
    PastMessages(PastTimes times, int each, Chance chance) {
        this.times = times;
        this.each = each;
        this.words = chance.of(1);
        this.fingerprints = chance.of(2);
    }

    int each() {
        return each;
    }

    /**
     * One message.
     *
     * @param number of the conversation
     * @param index from 0 and below {@link #each}
     * @param operator who answers in it
     */
    Message message(StoredConversation conversation, int number, int index, Operator operator) {
        PastKind kind = PastKind.of(times.rank(number), each);
        MessageDraft draft = draft(kind, number, index);
        long written = times.written(number, index);
        return new Message(
                conversation.websiteId,
                conversation.sessionId,
                fingerprint(written, number, index),
                draft.type(),
                draft.from(),
                draft.origin(),
                draft.content(),
                List.of(),
                Contents.isTalk(draft) && isRead(kind, index) ? "chat" : "",
                "",
                false,
                Instant.ofEpochMilli(written),
                author(conversation, draft.from(), operator),
                Map.of());
    }

    private MessageDraft draft(PastKind kind, int number, int index) {
        boolean early = index > 0 && index < each - 2;
        if (early && index % RICH_EVERY == 1 && kind != PastKind.PENDING) {
            return Contents.rich(number + index / RICH_EVERY);
        }
        Side side = side(kind, index);
        RandomGenerator random = words.generator(((long) number << Integer.SIZE) | index);
        return (number + index) % RICH_EVERY == RICH_EVERY - 1
                ? Contents.rich(number / RICH_EVERY + index, side).orElseGet(() -> Contents.text(side, random))
                : Contents.text(side, random);
    }

    /** By turns up to the last one, and visitors begin. */
    private Side side(PastKind kind, int index) {
        int left = each - 1 - index;
        if (kind == PastKind.PENDING || (index == 0 && left > 1)) {
            return Side.USER;
        }
        return left % 2 == 0 ? kind.last : kind.last.other();
    }

    private boolean isRead(PastKind kind, int index) {
        boolean last = index == each - 1;
        return kind == PastKind.RESOLVED || (kind != PastKind.PENDING && !last);
    }

    private long fingerprint(long written, int number, int index) {
        long digits = fingerprints.below(FINGERPRINTS_A_SECOND, number) + (long) index * FINGERPRINT_STEP;
        return Math.floorDiv(written, 1_000L) * FINGERPRINTS_A_SECOND + digits % FINGERPRINTS_A_SECOND;
    }

    private static Author author(StoredConversation conversation, Side side, Operator operator) {
        return side == Side.USER
                ? new Author("website", conversation.sessionId, (String) conversation.meta.get("nickname"), null)
                : new Author("website", operator.userId(), operator.nickname(), null);
    }
}
