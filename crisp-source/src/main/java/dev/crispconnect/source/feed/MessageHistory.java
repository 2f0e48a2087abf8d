package dev.crispconnect.source.feed;

import dev.crispconnect.client.Answer;
import dev.crispconnect.client.conversation.Message;
import java.time.Duration;
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

    /** Later than any message: before then are the newest ones. */
    private static final Duration AHEAD = Duration.ofDays(1);

    private final Workspace workspace;

    MessageHistory(Workspace workspace) {
        this.workspace = workspace;
    }

    /** What is wanted of a history. */
    interface Demand {

        /** From which time on messages are wanted, epoch milliseconds, given those read so far, oldest first. */
        long from(List<Message> read);

        /**
         * Whether the newest batch is as new as it has to be.
         *
         * @param cached whether the cache in front of Crisp answered
         */
        boolean isCurrent(List<Message> newest, boolean cached);

        /** When the conversation last changed. */
        Instant changedAt();
    }

    /**
     * What was read of a history.
     *
     * @param messages oldest first, up to the newest
     * @param whole whether there are no older ones
     * @param old whether the newest batch came from a cache, and is not as new as it has to be
     */
    record Read(List<Message> messages, boolean whole, boolean old) {}

    /**
     * All messages that are wanted, and perhaps some that are older. Empty when the conversation
     * does not exist any more. What Crisp answers behind the oldest message is not documented, so "not found" in the middle
     * ends the history like an empty answer does.
     */
    Optional<Read> read(String sessionId, Demand demand) throws InterruptedException {
        Set<Long> seen = new HashSet<>();
        Deque<List<Message>> batches = new ArrayDeque<>();
        Optional<Answer<List<Message>>> answer = newest(sessionId, demand);
        boolean old =
                answer.map(newest -> newest.cached() && isOld(newest, demand)).orElse(false);
        boolean exact = false;
        while (answer.isPresent()) {
            List<Message> unread = answer.get().data().stream()
                    .filter(message -> seen.add(message.fingerprint()))
                    .toList();
            batches.addFirst(unread);
            Optional<Instant> oldest = oldest(answer.get().data());
            boolean stuck = oldest.isEmpty() || (unread.isEmpty() && exact);
            boolean whole = !answer.get().moreFollows() || answer.get().data().isEmpty();
            if (whole || stuck || oldest.get().toEpochMilli() < demand.from(all(batches))) {
                return Optional.of(new Read(all(batches), whole, old));
            }
            // whether the bound is inclusive is not known: ask for the oldest one's time too, unless that leads nowhere
            exact = unread.isEmpty();
            Instant before = exact ? oldest.get() : oldest.get().plusMillis(1);
            answer = before(
                    sessionId,
                    before,
                    exact ? OptionalLong.empty() : oldestOf(answer.get().data()));
        }
        return batches.isEmpty() ? Optional.empty() : Optional.of(new Read(all(batches), true, old));
    }

    /**
     * The newest batch. It shows what it has to, or it is from a stale cache (section 2.4): then it is asked for in words that
     * the cache has not heard yet. Or the newest message was removed meanwhile: so a batch that Crisp itself answered is
     * believed when it was asked for twice.
     */
    private Optional<Answer<List<Message>>> newest(String sessionId, Demand demand) throws InterruptedException {
        Optional<Answer<List<Message>>> newest = workspace.newestMessages(sessionId);
        boolean fresh = false;
        for (int i = 1; i <= MOST_STALE && !fresh && newest.isPresent() && isOld(newest.get(), demand); i++) {
            newest = workspace.messagesBefore(
                    sessionId, demand.changedAt().plus(AHEAD).plusMillis(i));
            fresh = newest.isPresent() && !newest.get().cached();
        }
        return newest;
    }

    private static boolean isOld(Answer<List<Message>> newest, Demand demand) {
        return !demand.isCurrent(newest.data(), newest.cached());
    }

    /**
     * The batch before a time. It holds the message that reading had come to, or it is from a stale cache (section 2.4), and
     * whatever lies between would be missed: then it is asked for again, a little later, which the cache does not know.
     */
    private Optional<Answer<List<Message>>> before(String sessionId, Instant time, OptionalLong reached)
            throws InterruptedException {
        Optional<Answer<List<Message>>> answer = workspace.messagesBefore(sessionId, time);
        for (int i = 0; i < MOST_STALE && reached.isPresent() && isStale(answer, reached.getAsLong()); i++) {
            answer = workspace.messagesBefore(sessionId, time.plusMillis(i + 1));
        }
        return answer;
    }

    private static boolean isStale(Optional<Answer<List<Message>>> answer, long reached) {
        return answer.isPresent()
                && answer.get().data().stream().noneMatch(message -> message.fingerprint() == reached);
    }

    private static List<Message> all(Deque<List<Message>> batches) {
        return batches.stream().flatMap(List::stream).toList();
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
