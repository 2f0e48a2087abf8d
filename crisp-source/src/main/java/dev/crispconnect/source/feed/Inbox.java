package dev.crispconnect.source.feed;

import dev.crispconnect.client.CrispException;
import dev.crispconnect.client.ListOrder;
import dev.crispconnect.client.conversation.Conversation;
import dev.crispconnect.client.conversation.Message;
import dev.crispconnect.client.realtime.RealtimeEvent;
import dev.crispconnect.source.position.Identities;
import dev.crispconnect.source.position.Identity;
import dev.crispconnect.source.position.Scope;
import dev.crispconnect.source.record.Draft;
import dev.crispconnect.source.record.Feed;
import dev.crispconnect.source.record.Provenance;
import dev.crispconnect.source.record.RecordMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Conversations with their messages. There is no list of messages across conversations (Crisp API reference, section
 * 3.10), so messages are found through the conversation that they changed.
 */
final class Inbox implements Listing<Conversation> {

    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

    private static final int NOT_IN_THE_PLAN = 402;
    private static final Duration FILTER_MARGIN = Duration.ofSeconds(1);

    private final Workspace workspace;
    private final MessageHistory history;
    private final RecordMapper mapper;
    private final Set<Feed> feeds;
    private final CompleteConversations complete = new CompleteConversations();
    private final InboxEvents events;
    private boolean filters = true;

    Inbox(Workspace workspace, RecordMapper mapper, Set<Feed> feeds) {
        this.workspace = workspace;
        this.history = new MessageHistory(workspace);
        this.mapper = mapper;
        this.feeds = Set.copyOf(feeds);
        this.events = new InboxEvents(workspace, mapper, feeds, complete);
    }

    @Override
    public ListPage<Conversation> page(PageChoice choice, ListOrder order) throws InterruptedException {
        return ListPages.of(workspace.conversations(choice, order), Inbox::item);
    }

    @Override
    public ListPage<Conversation> past(PageChoice choice, long changedFrom) throws InterruptedException {
        if (changedFrom == Scope.ALL || !filters) {
            return page(choice, ListOrder.CREATED);
        }
        try {
            // whether the bound is exact is not known; what comes too much is passed over by whoever asked
            Instant from = Instant.ofEpochMilli(changedFrom).minus(FILTER_MARGIN);
            return ListPages.of(workspace.conversationsUpdatedSince(choice, from), Inbox::item);
        } catch (CrispException.Denied denied) {
            if (denied.status() != NOT_IN_THE_PLAN) {
                throw denied;
            }
            filters = false;
            LOG.warn(
                    "The workspace's plan does not let lists be filtered by date. Older conversations are listed, too, and"
                            + " passed over here: a call for each 41 or so that there are");
            return page(choice, ListOrder.CREATED);
        }
    }

    /** One that is filtered is read when it is needed: whether it may be is not known before. */
    @Override
    public void askForPast(PageChoice choice, long changedFrom) {
        if (changedFrom == Scope.ALL || !filters) {
            boolean unused = workspace.askForConversations(choice);
        }
    }

    @Override
    public void forgetAskedPast() {
        workspace.forgetAskedPage();
    }

    @Override
    public Optional<Item<Conversation>> element(String id) throws InterruptedException {
        return workspace.conversation(id).map(answer -> item(answer.data()));
    }

    @Override
    public Heard hear(RealtimeEvent event, LongPredicate emitted) {
        return events.hear(event, emitted);
    }

    @Override
    public boolean ask(Item<Conversation> item, Look look) {
        return feeds.contains(Feed.MESSAGES) && mayHaveMore(item, look) && workspace.askForNewestMessages(item.id());
    }

    @Override
    public void forgetAsked() {
        workspace.forgetAsked();
    }

    @Override
    public Finding find(Item<Conversation> item, Look look) throws InterruptedException {
        List<Draft> drafts = new ArrayList<>();
        List<Identities.Entry> identities = new ArrayList<>();
        if (feeds.contains(Feed.CONVERSATIONS)) {
            Draft draft = mapper.conversation(item.value(), look.provenance());
            long version = Identity.of("conversation", item.id(), Long.toString(draft.contentHash()));
            if (look.repeats() || !look.emitted().contains(version)) {
                drafts.add(draft);
                identities.add(new Identities.Entry(item.updatedAt(), version));
            }
        }
        if (feeds.contains(Feed.MESSAGES) && mayHaveMore(item, look)) {
            Optional<List<Message>> messages = history.since(item.value(), look.since());
            if (messages.isPresent()) {
                addMessages(item, look, messages.get(), drafts, identities);
            }
        } else if (isAccountedFor(item.value())) {
            complete.note(item.value(), item.value().previewMessage().fingerprint());
        }
        return new Finding(drafts, identities);
    }

    private static Item<Conversation> item(Conversation conversation) {
        return Item.of(conversation.sessionId(), conversation.createdAt(), conversation.updatedAt(), conversation);
    }

    /** A change of state, say, brings no message, and so must cost no call. */
    private boolean mayHaveMore(Item<Conversation> item, Look look) {
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
        return !isAccountedFor(conversation) && !look.emitted().contains(completeness(item, newest));
    }

    private boolean isAccountedFor(Conversation conversation) {
        Conversation.PreviewMessage preview = conversation.previewMessage();
        return preview != null
                && preview.fingerprint() != null
                && complete.accountsFor(conversation, preview.fingerprint());
    }

    private void addMessages(
            Item<Conversation> item,
            Look look,
            List<Message> messages,
            List<Draft> drafts,
            List<Identities.Entry> identities) {
        long[] times = times(item, messages);
        for (int i = 0; i < times.length; i++) {
            if (look.wants(times[i])) {
                // back-dated ones are found again as long as the whole history of a new conversation is read
                addMessage(messages.get(i), Math.max(times[i], item.createdAt()), look, drafts, identities);
            }
        }
        noteCompleteness(item, messages, identities);
    }

    private void addMessage(
            Message message, long time, Look look, List<Draft> drafts, List<Identities.Entry> identities) {
        long identity = InboxEvents.identity(message);
        long version = InboxEvents.version(message);
        boolean known = look.emitted().contains(identity);
        boolean edited = Boolean.TRUE.equals(message.edited());
        if (!look.repeats() && known && (!edited || look.emitted().contains(version))) {
            return;
        }
        boolean emittedLongAgo = look.repeats() && time < look.floor();
        Provenance.Op op = known || emittedLongAgo ? Provenance.Op.UPDATE : Provenance.Op.CREATE;
        mapper.message(message, new Provenance(look.provenance().via(), op)).ifPresent(drafts::add);
        identities.add(new Identities.Entry(time, identity));
        if (edited) {
            identities.add(new Identities.Entry(time, version));
            events.read(message);
        }
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
            complete.note(item.value(), newest);
            identities.add(new Identities.Entry(item.updatedAt(), completeness(item, newest)));
        }
    }

    private static long completeness(Item<Conversation> item, long newest) {
        return Identity.of("complete", item.id(), Long.toString(newest));
    }
}
