package dev.crispconnect.source.feed;

import dev.crispconnect.client.Answer;
import dev.crispconnect.client.conversation.Message;
import dev.crispconnect.client.realtime.EventContent;
import dev.crispconnect.client.realtime.RealtimeEvent;
import dev.crispconnect.source.position.Identities;
import dev.crispconnect.source.position.Identity;
import dev.crispconnect.source.record.Draft;
import dev.crispconnect.source.record.Feed;
import dev.crispconnect.source.record.Provenance;
import dev.crispconnect.source.record.RecordMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;

/** What events mean for conversations and messages (Crisp API reference, sections 5.5 and 5.7). */
final class InboxEvents {

    private final Workspace workspace;
    private final RecordMapper mapper;
    private final boolean conversations;
    private final boolean messages;
    private final CompleteConversations complete;
    private final KnownMessages known;
    private final UnheardMessages unheard;
    private final RememberedMessages remembered = new RememberedMessages();

    InboxEvents(
            Workspace workspace,
            RecordMapper mapper,
            Set<Feed> feeds,
            CompleteConversations complete,
            KnownMessages known) {
        this.workspace = workspace;
        this.mapper = mapper;
        this.conversations = feeds.contains(Feed.CONVERSATIONS);
        this.messages = feeds.contains(Feed.MESSAGES);
        this.complete = complete;
        this.known = known;
        this.unheard = new UnheardMessages(workspace, mapper, known);
    }

    /** Of a message, whatever it says. */
    static long identity(Message message) {
        return Identity.of("message", message.sessionId(), Long.toString(message.fingerprint()));
    }

    /** Of what a message says now. */
    static long version(Message message) {
        return Identity.of(
                "message content",
                message.sessionId(),
                Long.toString(message.fingerprint()),
                String.valueOf(message.contentJson()));
    }

    /** An edited message was read and is emitted: whoever tells of that edit from now on comes late. */
    void read(Message edited) {
        remembered.note(edited);
    }

    Heard hear(RealtimeEvent event, LongPredicate emitted) {
        String session = event.sessionId();
        if (session == null) {
            return Heard.NOTHING;
        }
        EventContent content = event.content();
        if (content instanceof EventContent.MessageSent sent) {
            return written(sent.message(), emitted);
        } else if (content instanceof EventContent.MessageReceived received) {
            return written(received.message(), emitted);
        } else if (content instanceof EventContent.MessageUpdated updated) {
            return messages ? edited(session, updated) : Heard.NOTHING;
        } else if (content instanceof EventContent.MessageRemoved removed) {
            return messages ? removed(session, removed.fingerprint(), emitted) : Heard.NOTHING;
        } else if (content instanceof EventContent.MessagesRead read) {
            return messages ? seen(session, read.fingerprints()) : Heard.NOTHING;
        } else if (content instanceof EventContent.ConversationRemoved) {
            return Heard.gone(session, conversations ? List.of(gone(session)) : List.of());
        } else if (content instanceof EventContent.ConversationTouched || content instanceof EventContent.Malformed) {
            return conversations ? Heard.changed(session, Heard.Follow.ELEMENT) : Heard.NOTHING;
        }
        return Heard.NOTHING;
    }

    private Heard written(Message message, LongPredicate emitted) {
        // the conversation shows its newest message, so it has changed, too
        Heard.Follow follow = conversations ? Heard.Follow.LIST : Heard.Follow.NOTHING;
        if (!messages) {
            return Heard.changed(message.sessionId(), follow);
        }
        if (emitted.test(identity(message))) {
            return Heard.NOTHING;
        }
        Identities.Entry itself = entry(message, identity(message));
        return new Heard(
                message.sessionId(),
                drafts(message, Provenance.Op.CREATE),
                Boolean.TRUE.equals(message.edited())
                        ? List.of(itself, entry(message, version(message)))
                        : List.of(itself),
                false,
                follow,
                null,
                () -> {
                    complete.heard(message);
                    known.emitted(message);
                    remembered.note(message);
                });
    }

    private Heard seen(String session, List<Long> fingerprints) {
        noLongerUnread(session, fingerprints);
        return unheard.read(session, fingerprints);
    }

    /** They were read, or are no more. May be told more than once: each message counts once. */
    private void noLongerUnread(String session, List<Long> fingerprints) {
        complete.read(session, known.read(session, fingerprints));
    }

    private Heard edited(String session, EventContent.MessageUpdated update) {
        Optional<Message> before = remembered.find(session, update.fingerprint());
        if (before.isEmpty()) {
            return Heard.unclear(session, look -> read(session, update.fingerprint(), look));
        }
        Message now = RememberedMessages.edited(before.get(), update.contentJson());
        if (now.contentJson().equals(before.get().contentJson())) {
            return Heard.NOTHING;
        }
        return new Heard(
                session,
                drafts(now, Provenance.Op.UPDATE),
                List.of(entry(now, version(now))),
                false,
                Heard.Follow.NOTHING,
                null,
                () -> remembered.note(now));
    }

    private Heard removed(String session, long fingerprint, LongPredicate emitted) {
        long gone = Identity.of("message gone", session, Long.toString(fingerprint));
        if (emitted.test(gone)) {
            return Heard.NOTHING;
        }
        Provenance provenance = new Provenance(Provenance.Via.REALTIME, Provenance.Op.DELETE);
        Draft draft = mapper.messageGone(session, fingerprint, provenance);
        Heard.Follow follow = conversations ? Heard.Follow.LIST : Heard.Follow.NOTHING;
        return new Heard(
                session,
                List.of(draft),
                List.of(new Identities.Entry(Long.MIN_VALUE, gone)),
                false,
                follow,
                null,
                () -> {
                    remembered.forget(session, fingerprint);
                    noLongerUnread(session, List.of(fingerprint));
                });
    }

    /** A message that was removed meanwhile says so by an event of its own; one that was read meanwhile is emitted. */
    private Finding read(String session, long fingerprint, Look look) throws InterruptedException {
        List<Draft> drafts = new ArrayList<>();
        List<Identities.Entry> identities = new ArrayList<>();
        Optional<Answer<Message>> answer = workspace.message(session, fingerprint);
        if (answer.isPresent() && !remembered.says(answer.get().data())) {
            Message message = answer.get().data();
            mapper.message(message, look.provenance()).ifPresent(drafts::add);
            // should it never have been told, it has been emitted now
            identities.add(entry(message, identity(message)));
            identities.add(entry(message, version(message)));
            remembered.note(message);
            known.emitted(message);
        }
        return new Finding(drafts, identities);
    }

    /** With the time that its writer gave it. */
    static Identities.Entry entry(Message message, long identity) {
        long time = message.timestamp() == null
                ? Long.MIN_VALUE
                : message.timestamp().toEpochMilli();
        return new Identities.Entry(time, identity);
    }

    private List<Draft> drafts(Message message, Provenance.Op op) {
        return mapper.message(message, new Provenance(Provenance.Via.REALTIME, op)).stream()
                .toList();
    }

    private Draft gone(String session) {
        return mapper.conversationGone(session, new Provenance(Provenance.Via.REALTIME, Provenance.Op.DELETE));
    }
}
