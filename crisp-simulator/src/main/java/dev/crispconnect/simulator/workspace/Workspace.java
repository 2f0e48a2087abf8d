package dev.crispconnect.simulator.workspace;

import dev.crispconnect.simulator.event.EventFeed;
import dev.crispconnect.simulator.switches.Switches;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * One website's data, in memory, and what visitors, operators and the API do to it. Knows nothing of HTTP. The same seed,
 * clock and order of calls give the same identifiers. Thread-safe.
 */
public final class Workspace {

    private final Website website;
    private final Conversations conversations;
    private final Messages messages;
    private final SideLists sideLists;
    private final Verifications verifications;
    private final LiveSessions liveSessions;
    private final Suggestions suggestions;
    private final Function<String, Visitor> visitors;
    private final People people;
    private final Seeder seeder;
    private final EventFeed events = new EventFeed();

    /** An empty workspace. */
    public Workspace(String websiteId, long seed, Switches switches, InstantSource clock) {
        Ids ids = new Ids(seed);
        this.website = new Website(websiteId, "Example Shop", "shop.example.org", Names.operators(ids));
        ConversationStore store = new ConversationStore(clock, switches, new SessionIds(new Chance(seed)));
        SessionEvents sessionEvents = new SessionEvents(store, events);
        this.conversations = new Conversations(websiteId, store, ids, sessionEvents);
        this.messages = new Messages(store, ids, website.name(), sessionEvents);
        this.sideLists = new SideLists(store);
        this.verifications = new Verifications(store, ids, sessionEvents);
        this.liveSessions = new LiveSessions(store, ids, sessionEvents);
        this.suggestions = new Suggestions(conversations);
        this.visitors = sessionId -> new Visitor(sessionId, store, conversations, messages, sessionEvents);
        this.people = new People(clock, switches, ids);
        this.seeder = new Seeder(website, store, people, seed);
    }

    /** The website itself. */
    public Website website() {
        return website;
    }

    /** Its conversations. */
    public Conversations conversations() {
        return conversations;
    }

    /** The messages of its conversations. */
    public Messages messages() {
        return messages;
    }

    /** Pages, events, files, originals and relations of its conversations. */
    public SideLists sideLists() {
        return sideLists;
    }

    /** Whether its visitors are who they say they are. */
    public Verifications verifications() {
        return verifications;
    }

    /** Shared screens and calls. */
    public LiveSessions liveSessions() {
        return liveSessions;
    }

    /** What its operators are offered when they type. */
    public Suggestions suggestions() {
        return suggestions;
    }

    /** The visitor of a conversation, to let them do what visitors do. */
    public Visitor visitor(String sessionId) {
        return visitors.apply(sessionId);
    }

    /** Its address book. */
    public People people() {
        return people;
    }

    /** What happens in it. */
    public EventFeed events() {
        return events;
    }

    /** A visitor of that name opens the chat. Nothing is written yet. */
    public Conversation visitorArrives(String nickname, String email) {
        return conversations.start(Map.of("nickname", nickname, "email", email));
    }

    /** The visitor writes a text in the chat. */
    public Message visitorWrites(String sessionId, String text) {
        return messages.send(sessionId, MessageDraft.text(Side.USER, text));
    }

    /** The first operator reads what the visitor wrote and answers with a text in the chat. */
    public Message operatorAnswers(String sessionId, String text) {
        return operatorAnswers(sessionId, website.operators().get(0), text);
    }

    /** An operator reads what the visitor wrote and answers with a text in the chat. */
    public Message operatorAnswers(String sessionId, Website.Operator operator, String text) {
        messages.markRead(sessionId, Side.USER, "chat", List.of());
        Author author = new Author("website", operator.userId(), operator.nickname(), null);
        return messages.send(
                sessionId,
                new MessageDraft("text", Side.OPERATOR, "chat", text, null, null, author, List.of(), Map.of()));
    }

    /**
     * Fills the workspace with a past: conversations and profiles spread over the last ninety days, all nine message types
     * among the messages. The same seed and clock give the same past. Conversations are made up when somebody looks at them
     * and are stored when something changes in them, so that a million of them cost next to nothing until then.
     *
     * @param conversationCount how many conversations
     * @param messagesEach how many messages in each
     * @param profileCount how many profiles; the first conversations are bound to them, one each
     */
    public void seed(int conversationCount, int messagesEach, int profileCount) {
        seeder.seed(conversationCount, messagesEach, profileCount);
    }
}
