package dev.crispconnect.source.feed;

import dev.crispconnect.client.Answer;
import dev.crispconnect.client.ListOrder;
import dev.crispconnect.client.conversation.Conversation;
import dev.crispconnect.client.conversation.Message;
import dev.crispconnect.source.position.Identities;
import dev.crispconnect.source.position.Identity;
import dev.crispconnect.source.record.Draft;
import dev.crispconnect.source.record.Feed;
import dev.crispconnect.source.record.Provenance;
import dev.crispconnect.source.record.RecordMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Conversations with their messages. There is no list of messages across conversations (Crisp API reference, section
 * 3.10), so messages are found through the conversation that they changed.
 */
final class Inbox implements Listing<Conversation> {

    private final Workspace workspace;
    private final MessageHistory history;
    private final RecordMapper mapper;
    private final Set<Feed> feeds;
    private final CompleteConversations complete = new CompleteConversations();

    Inbox(Workspace workspace, RecordMapper mapper, Set<Feed> feeds) {
        this.workspace = workspace;
        this.history = new MessageHistory(workspace);
        this.mapper = mapper;
        this.feeds = Set.copyOf(feeds);
    }

    @Override
    public ListPage<Conversation> page(PageChoice choice, ListOrder order) throws InterruptedException {
        Optional<Answer<List<Conversation>>> answer = workspace.conversations(choice, order);
        return ListPages.of(
                answer,
                conversation -> Item.of(
                        conversation.sessionId(), conversation.createdAt(), conversation.updatedAt(), conversation));
    }

    @Override
    public Finding find(Item<Conversation> item, Look look) throws InterruptedException {
        List<Draft> drafts = new ArrayList<>();
        List<Identities.Entry> identities = new ArrayList<>();
        if (feeds.contains(Feed.CONVERSATIONS)) {
            Draft draft = mapper.conversation(item.value(), look.provenance());
            long version = Identity.of("conversation", item.id(), Long.toString(draft.contentHash()));
            if (!look.emitted().contains(version)) {
                drafts.add(draft);
                identities.add(new Identities.Entry(item.updatedAt(), version));
            }
        }
        if (feeds.contains(Feed.MESSAGES) && !nothingNew(item, look)) {
            Optional<List<Message>> messages = history.since(item.id(), look.history() ? Long.MIN_VALUE : look.floor());
            if (messages.isPresent()) {
                addMessages(item, look, messages.get(), drafts, identities);
            }
        }
        return new Finding(drafts, identities);
    }

    /** A change of state, say, brings no message, and so must cost no call. */
    private boolean nothingNew(Item<Conversation> item, Look look) {
        Conversation conversation = item.value();
        if (conversation.previewMessage() == null) {
            return conversation.lastMessage() == null
                    || conversation.lastMessage().isEmpty();
        }
        Long newest = conversation.previewMessage().fingerprint();
        return newest != null
                && (complete.isUpTo(item.identity(), newest) || look.emitted().contains(completeness(item, newest)));
    }

    private void addMessages(
            Item<Conversation> item,
            Look look,
            List<Message> messages,
            List<Draft> drafts,
            List<Identities.Entry> identities) {
        Provenance provenance = new Provenance(look.provenance().via(), Provenance.Op.CREATE);
        long[] times = times(item, messages);
        for (int i = 0; i < times.length; i++) {
            Message message = messages.get(i);
            long time = times[i];
            long identity = Identity.of("message", item.id(), Long.toString(message.fingerprint()));
            if (look.wants(time) && !look.emitted().contains(identity)) {
                mapper.message(message, provenance).ifPresent(drafts::add);
                // back-dated ones are found again as long as the whole history of a new conversation is read
                identities.add(new Identities.Entry(Math.max(time, item.createdAt()), identity));
            }
        }
        noteCompleteness(item, messages, identities);
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

    /** Without the newest message the answer came from a stale cache: the next look shall read again. */
    private void noteCompleteness(Item<Conversation> item, List<Message> messages, List<Identities.Entry> identities) {
        Conversation.PreviewMessage preview = item.value().previewMessage();
        if (preview == null || preview.fingerprint() == null) {
            return;
        }
        long newest = preview.fingerprint();
        if (messages.stream().anyMatch(message -> message.fingerprint() == newest)) {
            complete.note(item.identity(), newest);
            identities.add(new Identities.Entry(item.updatedAt(), completeness(item, newest)));
        }
    }

    private static long completeness(Item<Conversation> item, long newest) {
        return Identity.of("complete", item.id(), Long.toString(newest));
    }
}
