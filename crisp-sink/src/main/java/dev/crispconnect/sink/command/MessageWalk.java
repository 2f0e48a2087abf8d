package dev.crispconnect.sink.command;

import dev.crispconnect.client.Answer;
import dev.crispconnect.client.Messages;
import dev.crispconnect.client.conversation.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads the history of a conversation backwards, batch by batch (Crisp API reference, section 3.8). Whether a batch before a
 * time holds the messages of that very time is not documented: so each is asked for a millisecond later, and what came
 * twice is told by its fingerprint. Where more messages bear one time than a batch holds, those that cannot be reached are
 * passed over, and the list counts as truncated.
 *
 * @param target the conversation
 * @param draft what the response says beside the messages
 * @param most how many messages are wanted, the newest
 */
record MessageWalk(Target target, ResponseDraft draft, int most) {

    /**
     * The first step.
     *
     * @param before only messages from before this time; null for the newest
     */
    Step begin(Instant before) {
        return read(before, draft.list(most), Set.of(), false);
    }

    private Step read(Instant before, ResponseList newestFirst, Set<Long> seen, boolean gap) {
        return Step.ask(
                        before == null
                                ? Messages.newest(target.websiteId(), target.sessionId())
                                : Messages.before(target.websiteId(), target.sessionId(), before),
                        answer -> took(answer, before, newestFirst, seen, gap))
                .whenMissing(NotFound::conversation);
    }

    private Step took(
            Answer<List<Message>> answer, Instant before, ResponseList newestFirst, Set<Long> seen, boolean gap) {
        List<Message> fresh = new ArrayList<>();
        Set<Long> known = new HashSet<>(seen);
        for (Message message : answer.data()) {
            if (known.add(message.fingerprint())) {
                fresh.add(message);
            }
        }
        Collections.reverse(fresh);
        ResponseList longer = newestFirst.plus(fresh);
        boolean follows = answer.moreFollows() && !answer.data().isEmpty();
        Instant next = follows && !longer.cut() && !longer.isComplete() ? next(answer.data(), fresh, before) : null;
        return next == null
                ? answered(longer, longer.cut() || follows || gap)
                : read(next, longer, known, gap || fresh.isEmpty());
    }

    /** Where the next batch ends; null when there is no getting further. */
    private static Instant next(List<Message> batch, List<Message> fresh, Instant before) {
        Instant oldest = batch.stream()
                .map(Message::timestamp)
                .filter(time -> time != null)
                .min(Instant::compareTo)
                .orElse(null);
        if (oldest == null || !fresh.isEmpty()) {
            return oldest == null ? null : oldest.plusMillis(1);
        }
        return before == null || oldest.isBefore(before) ? oldest : null;
    }

    private Step answered(ResponseList newestFirst, boolean truncated) {
        return draft.with("messages", newestFirst.reversed(), truncated).answer();
    }
}
