package dev.crispconnect.source.feed;

import dev.crispconnect.client.conversation.Message;
import dev.crispconnect.source.position.Identities;
import dev.crispconnect.source.record.Draft;
import dev.crispconnect.source.record.Provenance;
import dev.crispconnect.source.record.RecordMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Messages that nobody told of though events are told, given away by the event that they were read (Crisp API reference,
 * section 5.7). Nothing else may: they count as read, and a newer message may have been told.
 */
final class UnheardMessages {

    /** Fingerprints made by Crisp are the second, and five digits more (section 3.9). */
    private static final long PER_SECOND = 100_000;

    private static final long FEWEST_MADE = 100_000_000_000_000L;
    private static final long MOST_MADE = 10 * FEWEST_MADE;

    private final MessageHistory history;
    private final RecordMapper mapper;
    private final KnownMessages known;

    UnheardMessages(Workspace workspace, RecordMapper mapper, KnownMessages known) {
        this.history = new MessageHistory(workspace);
        this.mapper = mapper;
        this.known = known;
    }

    /** These messages were read by somebody. */
    Heard read(String sessionId, List<Long> fingerprints) {
        return unheard(sessionId, fingerprints).isEmpty()
                ? Heard.NOTHING
                : Heard.unclear(sessionId, look -> find(sessionId, fingerprints, look));
    }

    private Set<Long> unheard(String sessionId, List<Long> fingerprints) {
        Set<Long> unheard = new HashSet<>();
        for (long fingerprint : fingerprints) {
            if (known.isSince(madeAt(fingerprint)) && !known.contains(sessionId, fingerprint)) {
                unheard.add(fingerprint);
            }
        }
        return unheard;
    }

    /** As far as a fingerprint shows it: a hint that saves calls for messages of which this task cannot know. */
    private static long madeAt(long fingerprint) {
        boolean made = fingerprint >= FEWEST_MADE && fingerprint < MOST_MADE;
        return made ? TimeUnit.SECONDS.toMillis(fingerprint / PER_SECOND) : Long.MIN_VALUE;
    }

    /** Whatever was told late meanwhile is known by now. */
    private Finding find(String sessionId, List<Long> fingerprints, Look look) throws InterruptedException {
        List<Draft> drafts = new ArrayList<>();
        List<Identities.Entry> identities = new ArrayList<>();
        Set<Long> wanted = unheard(sessionId, fingerprints);
        Optional<MessageHistory.Read> read =
                wanted.isEmpty() ? Optional.empty() : history.read(sessionId, new Named(wanted));
        Provenance provenance = new Provenance(look.provenance().via(), Provenance.Op.CREATE);
        for (Message message : read.map(MessageHistory.Read::messages).orElse(List.of())) {
            if (wanted.contains(message.fingerprint()) && known.isMissingByItsTime(message)) {
                mapper.message(message, provenance).ifPresent(drafts::add);
                identities.add(InboxEvents.entry(message, InboxEvents.identity(message)));
                known.emitted(message);
            }
        }
        return new Finding(drafts, identities);
    }

    /** Until all that are named were read, and no further than this task knows what it emitted. */
    private final class Named implements MessageHistory.Demand {

        private final Set<Long> fingerprints;

        private Named(Set<Long> fingerprints) {
            this.fingerprints = fingerprints;
        }

        @Override
        public long from(List<Message> read) {
            return showsAll(read) ? Long.MAX_VALUE : known.since();
        }

        @Override
        public boolean isCurrent(List<Message> read, boolean cached) {
            return !cached || showsAll(read);
        }

        private boolean showsAll(List<Message> read) {
            return read.stream().map(Message::fingerprint).toList().containsAll(fingerprints);
        }

        @Override
        public Instant changedAt() {
            return Instant.ofEpochMilli(fingerprints.stream()
                    .mapToLong(UnheardMessages::madeAt)
                    .max()
                    .orElse(0));
        }
    }
}
