package dev.crispconnect.source.feed;

import dev.crispconnect.client.Answer;
import dev.crispconnect.client.conversation.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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
         * Whether what was read, from the newest on, is as new as it has to be.
         *
         * @param cached whether the cache in front of Crisp answered
         */
        boolean isCurrent(List<Message> read, boolean cached);

        /** When the conversation last changed. */
        Instant changedAt();
    }

    /**
     * What was read of a history.
     *
     * @param messages oldest first, up to the newest
     * @param whole whether there are no older ones
     * @param old whether some of it came from a cache, and all of it is not as new as it has to be
     */
    record Read(List<Message> messages, boolean whole, boolean old) {}

    /** What is read of a history, batch by batch. */
    private static final class Reading {

        private final Demand demand;
        private final Set<Long> seen = new HashSet<>();
        private final Deque<List<Message>> batches = new ArrayDeque<>();
        private boolean cached;

        private Reading(Demand demand) {
            this.demand = demand;
        }

        /** Returns whether there was anything in it that was not read before. */
        private boolean add(Answer<List<Message>> batch) {
            cached |= batch.cached();
            batches.addFirst(batch.data().stream()
                    .filter(message -> seen.add(message.fingerprint()))
                    .toList());
            return !batches.getFirst().isEmpty();
        }

        private boolean wantsOlderThan(Optional<Instant> oldest) {
            return oldest.map(time -> time.toEpochMilli() >= demand.from(all())).orElse(false);
        }

        /** Whether something is sought still, which a batch from the cache may not show yet. */
        private boolean lacks(Answer<List<Message>> older) {
            Stream<Message> unseen = older.data().stream().filter(message -> !seen.contains(message.fingerprint()));
            return older.cached()
                    && !demand.isCurrent(Stream.concat(unseen, all().stream()).toList(), true);
        }

        private Read ended(boolean whole) {
            return new Read(all(), whole, cached && !demand.isCurrent(all(), true));
        }

        private List<Message> all() {
            return batches.stream().flatMap(List::stream).toList();
        }
    }

    /**
     * All messages that are wanted, and perhaps some that are older. Empty when the conversation
     * does not exist any more. What Crisp answers behind the oldest message is not documented, so "not found" in the middle
     * ends the history like an empty answer does.
     */
    Optional<Read> read(String sessionId, Demand demand) throws InterruptedException {
        Optional<Answer<List<Message>>> answer = newest(sessionId, demand);
        if (answer.isEmpty()) {
            return Optional.empty();
        }
        Reading reading = new Reading(demand);
        boolean exact = false;
        while (answer.isPresent()) {
            List<Message> batch = answer.get().data();
            boolean repeated = !reading.add(answer.get());
            boolean whole = !answer.get().moreFollows() || batch.isEmpty();
            Optional<Instant> oldest = oldest(batch);
            if (whole || (repeated && exact) || !reading.wantsOlderThan(oldest)) {
                return Optional.of(reading.ended(whole));
            }
            // whether the bound is inclusive is not known: ask for the oldest one's time too, unless that leads nowhere
            exact = repeated;
            answer = exact
                    ? workspace.messagesBefore(sessionId, oldest.get())
                    : before(sessionId, oldest.get().plusMillis(1), fingerprintOfOldest(batch), reading);
        }
        return Optional.of(reading.ended(true));
    }

    /**
     * The newest batch. It shows what it has to, or it is from a stale cache (section 2.4): then it is asked for in words that
     * the cache has not heard yet. Or the newest message was removed meanwhile: so a batch that Crisp itself answered is
     * believed when it was asked for twice.
     */
    private Optional<Answer<List<Message>>> newest(String sessionId, Demand demand) throws InterruptedException {
        Optional<Answer<List<Message>>> newest = workspace.newestMessages(sessionId);
        boolean fresh = false;
        for (int i = 1; i <= MOST_STALE && !fresh && newest.isPresent() && !isCurrent(newest.get(), demand); i++) {
            newest = workspace.messagesBefore(
                    sessionId, demand.changedAt().plus(AHEAD).plusMillis(i));
            fresh = newest.isPresent() && !newest.get().cached();
        }
        return newest;
    }

    private static boolean isCurrent(Answer<List<Message>> newest, Demand demand) {
        return demand.isCurrent(newest.data(), newest.cached());
    }

    /**
     * The batch before a time. It holds the message that reading had come to, or it is from a stale cache (section 2.4), and
     * whatever lies between would be missed: then it is asked for again, a little later, which the cache does not know. So is
     * one from the cache while a message is sought that it may not show yet.
     */
    private Optional<Answer<List<Message>>> before(String sessionId, Instant time, long reached, Reading reading)
            throws InterruptedException {
        Optional<Answer<List<Message>>> answer = workspace.messagesBefore(sessionId, time);
        for (int i = 1; i <= MOST_STALE && answer.isPresent(); i++) {
            if (shows(answer.get(), reached) && !reading.lacks(answer.get())) {
                return answer;
            }
            answer = workspace.messagesBefore(sessionId, time.plusMillis(i));
        }
        return answer;
    }

    private static boolean shows(Answer<List<Message>> batch, long fingerprint) {
        return batch.data().stream().anyMatch(message -> message.fingerprint() == fingerprint);
    }

    /** Only of a batch in which one has a time. */
    private static long fingerprintOfOldest(List<Message> batch) {
        return oldestOf(batch).orElseThrow().fingerprint();
    }

    private static Optional<Instant> oldest(List<Message> batch) {
        return oldestOf(batch).map(Message::timestamp);
    }

    private static Optional<Message> oldestOf(List<Message> batch) {
        return batch.stream()
                .filter(message -> message.timestamp() != null)
                .min(Comparator.comparing(Message::timestamp));
    }
}
