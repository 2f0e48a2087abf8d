package dev.crispconnect.source.feed;

import dev.crispconnect.client.Answer;
import dev.crispconnect.client.conversation.Message;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the messages of a conversation, batch by batch, newest batch first (Crisp API reference, section 3.8). */
final class MessageHistory {

    private final Workspace workspace;

    MessageHistory(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * All messages that are not older than a time, and perhaps some that are, oldest first. Empty when the conversation
     * does not exist any more. What Crisp answers behind the oldest message is not documented, so "not found" in the middle
     * ends the history like an empty answer does.
     */
    Optional<List<Message>> since(String sessionId, long floor) throws InterruptedException {
        Set<Long> seen = new HashSet<>();
        Deque<List<Message>> batches = new ArrayDeque<>();
        Optional<Answer<List<Message>>> answer = workspace.newestMessages(sessionId);
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
            answer = workspace.messagesBefore(sessionId, before);
        }
        return batches.isEmpty()
                ? Optional.empty()
                : Optional.of(batches.stream().flatMap(List::stream).toList());
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
