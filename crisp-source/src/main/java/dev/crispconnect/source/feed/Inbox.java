package dev.crispconnect.source.feed;

import dev.crispconnect.client.Answer;
import dev.crispconnect.client.CrispException;
import dev.crispconnect.client.ListOrder;
import dev.crispconnect.client.conversation.Conversation;
import dev.crispconnect.client.realtime.RealtimeEvent;
import dev.crispconnect.source.position.Identities;
import dev.crispconnect.source.position.Identity;
import dev.crispconnect.source.position.Scope;
import dev.crispconnect.source.record.Draft;
import dev.crispconnect.source.record.Feed;
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
    private final RecordMapper mapper;
    private final Set<Feed> feeds;
    private final KnownMessages known = new KnownMessages();
    private final InboxEvents events;
    private final InboxMessages messages;
    private boolean filters = true;

    Inbox(Workspace workspace, RecordMapper mapper, Set<Feed> feeds) {
        this.workspace = workspace;
        this.mapper = mapper;
        this.feeds = Set.copyOf(feeds);
        CompleteConversations complete = new CompleteConversations();
        this.events = new InboxEvents(workspace, mapper, feeds, complete, known);
        this.messages = new InboxMessages(workspace, mapper, known, complete, events);
    }

    @Override
    public ListPage<Conversation> page(PageChoice choice, ListOrder order) throws InterruptedException {
        return listed(workspace.conversations(choice, order));
    }

    @Override
    public ListPage<Conversation> past(PageChoice choice, long changedFrom) throws InterruptedException {
        if (changedFrom == Scope.ALL || !filters) {
            return page(choice, ListOrder.CREATED);
        }
        try {
            // whether the bound is exact is not known; what comes too much is passed over by whoever asked
            Instant from = Instant.ofEpochMilli(changedFrom).minus(FILTER_MARGIN);
            return listed(workspace.conversationsUpdatedSince(choice, from));
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
        return feeds.contains(Feed.MESSAGES)
                && messages.mayHaveMore(item, look)
                && workspace.askForNewestMessages(item.id());
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
            findConversation(item, look, drafts, identities);
        }
        if (feeds.contains(Feed.MESSAGES)) {
            Finding found = messages.find(item, look);
            drafts.addAll(found.drafts());
            identities.addAll(found.identities());
        }
        return new Finding(drafts, identities);
    }

    private void findConversation(
            Item<Conversation> item, Look look, List<Draft> drafts, List<Identities.Entry> identities) {
        Draft draft = mapper.conversation(item.value(), look.provenance());
        if (!look.remembers(item.updatedAt())) {
            drafts.add(draft);
            return;
        }
        long version = Identity.of("conversation", item.id(), Long.toString(draft.contentHash()));
        if (look.repeats() || !look.emitted().contains(version)) {
            drafts.add(draft);
            identities.add(new Identities.Entry(item.updatedAt(), version));
        }
    }

    private ListPage<Conversation> listed(Optional<Answer<List<Conversation>>> answer) {
        ListPage<Conversation> page = ListPages.of(answer, Inbox::item);
        if (!page.cached() && page.serverTime() != null) {
            known.asOf(page.serverTime());
        }
        return page;
    }

    private static Item<Conversation> item(Conversation conversation) {
        return Item.of(conversation.sessionId(), conversation.createdAt(), conversation.updatedAt(), conversation);
    }
}
