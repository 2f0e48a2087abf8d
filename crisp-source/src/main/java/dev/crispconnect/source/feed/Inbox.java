package dev.crispconnect.source.feed;

import dev.crispconnect.client.conversation.Conversation;
import dev.crispconnect.client.realtime.RealtimeEvent;
import dev.crispconnect.source.position.Identities;
import dev.crispconnect.source.position.Identity;
import dev.crispconnect.source.position.WalkOrder;
import dev.crispconnect.source.record.Draft;
import dev.crispconnect.source.record.Feed;
import dev.crispconnect.source.record.RecordMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;

/**
 * Conversations with their messages. There is no list of messages across conversations (Crisp API reference, section
 * 3.10), so messages are found through the conversation that they changed.
 */
final class Inbox implements Listing<Conversation> {

    private final Workspace workspace;
    private final RecordMapper mapper;
    private final Set<Feed> feeds;
    private final KnownMessages known = new KnownMessages();
    private final InboxEvents events;
    private final InboxMessages messages;

    Inbox(Workspace workspace, RecordMapper mapper, Set<Feed> feeds) {
        this.workspace = workspace;
        this.mapper = mapper;
        this.feeds = Set.copyOf(feeds);
        CompleteConversations complete = new CompleteConversations();
        this.events = new InboxEvents(workspace, mapper, feeds, complete, known);
        this.messages = new InboxMessages(workspace, mapper, known, complete, events);
    }

    @Override
    public ListPage<Conversation> page(PageQuery query) throws InterruptedException {
        ListPage<Conversation> page = ListPages.of(workspace.conversations(query), Inbox::item);
        if (!page.cached() && page.serverTime() != null) {
            known.asOf(page.serverTime());
        }
        return page;
    }

    @Override
    public WalkOrder filteredBy() {
        return WalkOrder.UPDATED;
    }

    @Override
    public WalkOrder orderOfPast(boolean withMessages) {
        return withMessages && feeds.contains(Feed.MESSAGES) ? WalkOrder.CREATED : WalkOrder.UPDATED;
    }

    @Override
    public void askForPast(PageQuery query) {
        boolean unused = workspace.askForConversations(query);
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

    private static Item<Conversation> item(Conversation conversation) {
        return Item.of(conversation.sessionId(), conversation.createdAt(), conversation.updatedAt(), conversation);
    }
}
