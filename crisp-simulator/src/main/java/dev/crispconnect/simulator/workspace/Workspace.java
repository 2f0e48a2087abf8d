package dev.crispconnect.simulator.workspace;

import dev.crispconnect.simulator.event.EventFeed;
import dev.crispconnect.simulator.switches.Switches;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * One website's data, in memory, and what visitors, operators and the API do to it. Knows nothing of HTTP. The same seed,
 * clock and order of calls give the same identifiers. Thread-safe.
 */
public final class Workspace {

    private final String websiteId;
    private final long seed;
    private final Switches switches;
    private final InstantSource clock;
    private final EventFeed events = new EventFeed();
    private final Changes changes = new Changes();
    private volatile Stores stores;

    /** An empty workspace. */
    public Workspace(String websiteId, long seed, Switches switches, InstantSource clock) {
        this.websiteId = websiteId;
        this.seed = seed;
        this.switches = switches;
        this.clock = clock;
        empty();
    }

    /** What is there, replaced as a whole when the workspace is emptied. */
    private record Stores(
            Website website, Conversations conversations, Messages messages, People people, Seeder seeder) {}

    /**
     * Forgets everything but who listens to its events: identifiers begin anew from the seed. What is under way finishes on
     * what was there before.
     */
    public void empty() {
        Ids ids = new Ids(seed);
        Website website = new Website(websiteId, "Example Shop", "shop.example.org", Names.operators(ids));
        ConversationStore store = new ConversationStore(clock, switches, changes);
        Conversations conversations = new Conversations(websiteId, store, ids);
        Messages messages = new Messages(store, ids, website.name());
        People people = new People(clock, switches, ids, changes);
        stores = new Stores(website, conversations, messages, people, new Seeder(website, store, people, ids, seed));
    }

    /** The website itself. */
    public Website website() {
        return stores.website();
    }

    /** Its conversations. */
    public Conversations conversations() {
        return stores.conversations();
    }

    /** The messages of its conversations. */
    public Messages messages() {
        return stores.messages();
    }

    /** Its address book. */
    public People people() {
        return stores.people();
    }

    /** What happens in it. */
    public EventFeed events() {
        return events;
    }

    /**
     * The number of the last change that the calling thread made here; 0 for none. Changes are numbered in the order in
     * which they take effect, whoever makes them.
     */
    public long lastChangeByThisThread() {
        return changes.lastOfThisThread();
    }

    /** A visitor of that name opens the chat. Nothing is written yet. */
    public Conversation visitorArrives(String nickname, String email) {
        return conversations().start(Map.of("nickname", nickname, "email", email));
    }

    /** The visitor writes a text in the chat. */
    public Message visitorWrites(String sessionId, String text) {
        return messages().send(sessionId, MessageDraft.text(Side.USER, text));
    }

    /** The first operator reads what the visitor wrote and answers with a text in the chat. */
    public Message operatorAnswers(String sessionId, String text) {
        return operatorAnswers(sessionId, website().operators().get(0), text);
    }

    /** An operator reads what the visitor wrote and answers with a text in the chat. */
    public Message operatorAnswers(String sessionId, Website.Operator operator, String text) {
        messages().markRead(sessionId, Side.USER, "chat", List.of());
        Author author = new Author("website", operator.userId(), operator.nickname(), null);
        return messages()
                .send(
                        sessionId,
                        new MessageDraft("text", Side.OPERATOR, "chat", text, null, null, author, List.of(), Map.of()));
    }

    /**
     * Fills the workspace with a past: conversations and profiles spread over the last ninety days, all nine message types
     * among the messages. The same seed and clock give the same past.
     *
     * @param conversationCount how many conversations
     * @param messagesEach how many messages in each
     * @param profileCount how many profiles; the first conversations are bound to them, one each
     */
    public void seed(int conversationCount, int messagesEach, int profileCount) {
        stores.seeder().seed(conversationCount, messagesEach, profileCount);
    }
}
