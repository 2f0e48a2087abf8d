package dev.crispconnect.source.feed;

import dev.crispconnect.client.conversation.Conversation;
import dev.crispconnect.client.conversation.Message;
import dev.crispconnect.source.position.Identities;
import dev.crispconnect.source.position.Identity;
import dev.crispconnect.source.position.Scope;
import dev.crispconnect.source.record.Draft;
import dev.crispconnect.source.record.Provenance;
import dev.crispconnect.source.record.RecordMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which messages of a conversation are to be emitted, and whether they have to be read to know that. */
final class InboxMessages {

    private final MessageHistory history;
    private final RecordMapper mapper;
    private final KnownMessages known;
    private final CompleteConversations complete;
    private final InboxEvents events;

    InboxMessages(
            Workspace workspace,
            RecordMapper mapper,
            KnownMessages known,
            CompleteConversations complete,
            InboxEvents events) {
        this.history = new MessageHistory(workspace);
        this.mapper = mapper;
        this.known = known;
        this.complete = complete;
        this.events = events;
    }

    Finding find(Item<Conversation> item, Look look) throws InterruptedException {
        List<Draft> drafts = new ArrayList<>();
        List<Identities.Entry> identities = new ArrayList<>();
        known.madeAt(item.id(), item.createdAt());
        if (mayHaveMore(item, look)) {
            Optional<MessageHistory.Read> read = history.read(item.id(), new Wanted(item, look));
            if (read.isPresent()) {
                add(item, look, read.get(), drafts, identities);
            }
        } else if (isAccountedFor(item.value())) {
            complete.note(item.value(), item.value().previewMessage().fingerprint());
        }
        return new Finding(drafts, identities);
    }

    /** Whether messages have to be read: a change of state, say, brings none, and so must cost no call. */
    boolean mayHaveMore(Item<Conversation> item, Look look) {
        if (look.since() == Scope.NONE) {
            return false;
        }
        Conversation conversation = item.value();
        if (conversation.previewMessage() == null) {
            return conversation.lastMessage() != null
                    && !conversation.lastMessage().isEmpty();
        }
        Long newest = conversation.previewMessage().fingerprint();
        if (newest == null || look.thorough() || look.repeats()) {
            return true;
        }
        return !isAccountedFor(conversation)
                && !(look.remembers(item.updatedAt()) && look.emitted().contains(completeness(item, newest)));
    }

    private boolean isAccountedFor(Conversation conversation) {
        Conversation.PreviewMessage preview = conversation.previewMessage();
        return preview != null
                && preview.fingerprint() != null
                && complete.accountsFor(conversation, preview.fingerprint());
    }

    /**
     * How far the messages of a conversation are read: down to the time since which they are wanted, and further where more
     * are unread than that brings, as far as it is known which of them were emitted.
     */
    private final class Wanted implements MessageHistory.Demand {

        private final Item<Conversation> item;
        private final Look look;

        private Wanted(Item<Conversation> item, Look look) {
            this.item = item;
            this.look = look;
        }

        @Override
        public long from(List<Message> read) {
            return explains(read) ? look.since() : Math.min(look.since(), known.from(item.id()));
        }

        @Override
        public boolean isCurrent(List<Message> read, boolean cached) {
            return item.updatedAt() == 0 || (showsNewest(item, read) && (!cached || explains(read)));
        }

        @Override
        public Instant changedAt() {
            return Instant.ofEpochMilli(item.updatedAt());
        }

        private boolean explains(List<Message> read) {
            List<Message> found =
                    read.stream().filter(message -> !isEmitted(message)).toList();
            return complete.explains(item.value(), found);
        }

        private boolean isEmitted(Message message) {
            return known.contains(item.id(), message.fingerprint())
                    || look.emitted().contains(InboxEvents.identity(message));
        }
    }

    private void add(
            Item<Conversation> item,
            Look look,
            MessageHistory.Read read,
            List<Draft> drafts,
            List<Identities.Entry> identities) {
        List<Message> messages = read.messages();
        long[] times = times(item, messages);
        for (int i = 0; i < times.length; i++) {
            if (look.wants(times[i])) {
                // back-dated ones are found again as long as the whole history of a new conversation is read
                addMessage(messages.get(i), Math.max(times[i], item.createdAt()), look, drafts, identities);
            } else if (known.isMissing(messages.get(i))) {
                long found = Math.max(look.floor(), item.updatedAt());
                addMessage(messages.get(i), found, look, drafts, identities);
            }
        }
        messages.forEach(known::emitted);
        if (showsNewest(item, messages)) {
            known.readFrom(item.id(), read.whole() ? Long.MIN_VALUE : behindOldest(messages));
            noteCompleteness(item, look, read, identities);
        }
    }

    private void addMessage(
            Message message, long time, Look look, List<Draft> drafts, List<Identities.Entry> identities) {
        Provenance.Op op = Provenance.Op.CREATE;
        if (look.remembers(time)) {
            List<Identities.Entry> entries = entries(message, time);
            Identities emitted = look.emitted();
            if (!look.repeats() && entries.stream().allMatch(entry -> emitted.contains(entry.identity()))) {
                return;
            }
            boolean emittedLongAgo = look.repeats() && time < look.floor();
            boolean again = emittedLongAgo || emitted.contains(entries.get(0).identity());
            op = again ? Provenance.Op.UPDATE : Provenance.Op.CREATE;
            identities.addAll(entries);
        }
        mapper.message(message, new Provenance(look.provenance().via(), op)).ifPresent(drafts::add);
        if (isEdited(message)) {
            events.read(message);
        }
    }

    /** What there is to be remembered of a message: itself, and what an edit made it say. */
    private static List<Identities.Entry> entries(Message message, long time) {
        Identities.Entry itself = new Identities.Entry(time, InboxEvents.identity(message));
        return isEdited(message)
                ? List.of(itself, new Identities.Entry(time, InboxEvents.version(message)))
                : List.of(itself);
    }

    private static boolean isEdited(Message message) {
        return Boolean.TRUE.equals(message.edited());
    }

    /** A message without a time is as old as the next one that has a time, or as the last change. */
    private static long[] times(Item<Conversation> item, List<Message> messages) {
        long[] times = new long[messages.size()];
        long next = item.updatedAt();
        for (int i = times.length - 1; i >= 0; i--) {
            Instant timestamp = messages.get(i).timestamp();
            next = timestamp == null ? next : timestamp.toEpochMilli();
            times[i] = next;
        }
        return times;
    }

    /** Others of the oldest one's millisecond may not have been read. */
    private static long behindOldest(List<Message> messages) {
        return messages.stream()
                .filter(message -> message.timestamp() != null)
                .mapToLong(message -> message.timestamp().toEpochMilli() + 1)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    /** Without the newest message, or from a cache that shows too little, the next look shall read again. */
    private void noteCompleteness(
            Item<Conversation> item, Look look, MessageHistory.Read read, List<Identities.Entry> identities) {
        Conversation.PreviewMessage preview = item.value().previewMessage();
        if (!read.old() && preview != null && preview.fingerprint() != null) {
            complete.note(item.value(), preview.fingerprint());
            if (look.remembers(item.updatedAt())) {
                identities.add(new Identities.Entry(item.updatedAt(), completeness(item, preview.fingerprint())));
            }
        }
    }

    private static boolean showsNewest(Item<Conversation> item, List<Message> messages) {
        Conversation.PreviewMessage preview = item.value().previewMessage();
        return preview == null
                || preview.fingerprint() == null
                || messages.stream().anyMatch(message -> message.fingerprint() == preview.fingerprint());
    }

    /** Whatever was told of the conversation when it was read: whoever tells of more unread ones calls for reading again. */
    private static long completeness(Item<Conversation> item, long newest) {
        return Identity.of(
                "complete",
                item.id(),
                Long.toString(newest),
                String.valueOf(item.value().unread()));
    }
}
