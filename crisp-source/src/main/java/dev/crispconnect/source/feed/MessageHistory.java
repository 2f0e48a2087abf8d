package dev.crispconnect.source.feed;

import dev.crispconnect.client.Answer;
import dev.crispconnect.client.conversation.Conversation;
import dev.crispconnect.client.conversation.Message;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Reads the messages of a conversation, batch by batch, newest batch first (Crisp API reference, section 3.8). */
final class MessageHistory {

    /** A message may also have been removed meanwhile. */
    private static final int MOST_STALE = 3;

    private final Workspace workspace;

    MessageHistory(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * All messages that are not older than a time, and perhaps some that are, oldest first. Empty when the conversation
     * does not exist any more. What Crisp answers behind the oldest message is not documented, so "not found" in the middle
     * ends the history like an empty answer does.
     *
     * @param conversation as a list told of it
     */
    Optional<List<Message>> since(Conversation conversation, long floor) throws InterruptedException {
        String sessionId = conversation.sessionId();
        Set<Long> seen = new HashSet<>();
        Deque<List<Message>> batches = new ArrayDeque<>();
        Optional<Answer<List<Message>>> answer = newest(conversation);
        boolean exact = false;
        while (answer.isPresent()) {
            List<Message> unread = answer.get().data().stream()
                    .filter(message -> seen.add(message.fingerprint()))
                    .toList();
            batches.addFirst(unread);
            Optional<Instant> oldest = oldest(answer.get().data());
            boolean stuck = unread.isEmpty() && exact;
            if (!answer.get().moreFollows()
                    || stuck
                    || oldest.isEmpty()
                    || oldest.get().toEpochMilli() < floor) {
                return Optional.of(batches.stream().flatMap(List::stream).toList());
            }
            // whether the bound is inclusive is not known: ask for the oldest one's time too, unless that leads nowhere
            exact = unread.isEmpty();
            Instant before = exact ? oldest.get() : oldest.get().plusMillis(1);
            answer = before(
                    sessionId,
                    before,
                    exact ? OptionalLong.empty() : oldestOf(answer.get().data()));
        }
        return batches.isEmpty()
                ? Optional.empty()
                : Optional.of(batches.stream().flatMap(List::stream).toList());
    }

    /**
     * The newest batch. It holds the message that the list showed as the newest, or it is from a stale cache: then it is
     * asked for in words that the cache has not heard yet. Or that message was removed meanwhile: so a batch that Crisp
     * itself answered is believed when it was asked for twice.
     */
    private Optional<Answer<List<Message>>> newest(Conversation conversation) throws InterruptedException {
        String sessionId = conversation.sessionId();
        Optional<Answer<List<Message>>> answer = workspace.newestMessages(sessionId);
        Conversation.PreviewMessage shown = conversation.previewMessage();
        if (shown == null || shown.fingerprint() == null || conversation.updatedAt() == null) {
            return answer;
        }
        boolean fresh = false;
        for (int i = 1; i <= MOST_STALE && !fresh && isStale(answer, shown.fingerprint()); i++) {
            answer =
                    workspace.messagesBefore(sessionId, conversation.updatedAt().plusMillis(i));
            fresh = answer.isPresent() && !answer.get().cached();
        }
        return answer;
    }

    /**
     * The batch before a time. It holds the message that reading had come to, or it is from a stale cache (section 2.4), and
     * whatever lies between would be missed: then it is asked for again.
     */
    private Optional<Answer<List<Message>>> before(String sessionId, Instant time, OptionalLong reached)
            throws InterruptedException {
        Optional<Answer<List<Message>>> answer = workspace.messagesBefore(sessionId, time);
        for (int i = 0; i < MOST_STALE && reached.isPresent() && isStale(answer, reached.getAsLong()); i++) {
            answer = workspace.messagesBefore(sessionId, time);
        }
        return answer;
    }

    private static boolean isStale(Optional<Answer<List<Message>>> answer, long reached) {
        return answer.isPresent()
                && answer.get().data().stream().noneMatch(message -> message.fingerprint() == reached);
    }

    private static OptionalLong oldestOf(List<Message> batch) {
        return batch.stream()
                .filter(message -> message.timestamp() != null)
                .min(Comparator.comparing(Message::timestamp))
                .map(message -> OptionalLong.of(message.fingerprint()))
                .orElse(OptionalLong.empty());
    }

    private static Optional<Instant> oldest(List<Message> batch) {
        List<Instant> times = new ArrayList<>();
        for (Message message : batch) {
            if (message.timestamp() != null) {
                times.add(message.timestamp());
            }
        }
        return times.stream().min(Instant::compareTo);
    }
}
