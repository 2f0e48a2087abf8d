package dev.crispconnect.simulator.workspace;

import dev.crispconnect.simulator.event.EventFeed;
import dev.crispconnect.simulator.switches.Switches;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Function;

/**
 * One website's data, in memory, and what visitors, operators and the API do to it. Knows nothing of HTTP. The same seed,
 * clock and order of calls give the same identifiers. Thread-safe.
 */
public final class Workspace {

    private final String websiteId;
    private final WebsiteSettings settings;
    private final Operators operators;
    private final Conversations conversations;
    private final Messages messages;
    private final Inboxes inboxes;
    private final OnlineVisitors onlineVisitors;
    private final Marks marks;
    private final SideLists sideLists;
    private final Verifications verifications;
    private final LiveSessions liveSessions;
    private final Suggestions suggestions;
    private final Function<String, Visitor> visitors;
    private final People people;
    private final Bindings bindings;
    private final ServerVoice voice;
    private final Seeder seeder;
    private final Changes changes;
    private final EventFeed events = new EventFeed();

    /** An empty workspace. */
    public Workspace(String websiteId, long seed, Switches switches, InstantSource clock) {
        Ids ids = new Ids(seed);
        this.websiteId = websiteId;
        this.changes = new Changes(events);
        ConversationStore store = new ConversationStore(clock, switches, new SessionIds(new Chance(seed)), changes);
        this.settings = new WebsiteSettings(websiteId, changes);
        this.voice = new ServerVoice(websiteId, store, events);
        this.operators = new Operators(ids, clock, voice);
        SessionEvents sessionEvents = new SessionEvents(store, events);
        this.conversations = new Conversations(websiteId, store, ids, sessionEvents);
        MessageEvents messageEvents = new MessageEvents(sessionEvents);
        this.messages = new Messages(store, messageEvents, new MessageMaker(store, ids, settings.name()));
        this.marks = new Marks(store, messageEvents);
        this.sideLists = new SideLists(store);
        this.verifications = new Verifications(store, ids, sessionEvents);
        this.liveSessions = new LiveSessions(store, ids, sessionEvents);
        this.suggestions = new Suggestions(conversations, changes);
        this.visitors = sessionId -> new Visitor(
                sessionId, store, conversations, new VisitorChat(messages, marks, sessionId), sessionEvents);
        this.inboxes = new Inboxes(store, conversations, ids);
        this.onlineVisitors = new OnlineVisitors(store, conversations, ids, voice);
        this.people = new People(clock, switches, ids, voice);
        this.bindings = new Bindings(store, conversations, people, voice);
        this.seeder = new Seeder(this::website, store, people, seed);
    }

    /** The website itself, as it is now. */
    public Website website() {
        return new Website(websiteId, settings.name(), settings.domain(), settings.logo(), operators.answering());
    }

    /** Its settings. */
    public WebsiteSettings settings() {
        return settings;
    }

    /** Who answers in it, and who was invited to. */
    public Operators operators() {
        return operators;
    }

    /** Its inboxes besides the main one. */
    public Inboxes inboxes() {
        return inboxes;
    }

    /** Who is on it now. */
    public OnlineVisitors onlineVisitors() {
        return onlineVisitors;
    }

    /** Its conversations. */
    public Conversations conversations() {
        return conversations;
    }

    /** The messages of its conversations. */
    public Messages messages() {
        return messages;
    }

    /** The marks on its messages: read, delivered, ignored. */
    public Marks marks() {
        return marks;
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

    /**
     * Binds a conversation to the profile of that people_id or e-mail address. Nothing else does: whether Crisp binds them
     * by their e-mail addresses is not known.
     */
    public Conversation bind(String sessionId, String idOrEmail) {
        return bindings.bind(sessionId, idOrEmail);
    }

    /**
     * Crisp finds out more about the person to whom a conversation is bound; it goes into the profile.
     *
     * @param person by the names on the wire; null for nothing
     * @param company by the names on the wire; null for nothing
     * @throws IllegalStateException when it is bound to nobody
     */
    public Profile syncProfile(String sessionId, Map<String, Object> person, Map<String, Object> company) {
        return bindings.sync(sessionId, person, company);
    }

    /**
     * Tells an event that nothing else here causes, such as {@code campaign:progress} or {@code plan:subscription:updated}.
     *
     * @param fields what it has besides {@code website_id}; of an event about a conversation {@code session_id} too,
     *     {@code inbox_id} is put in
     * @throws IllegalArgumentException when Crisp has no such event, or it lacks its {@code session_id}
     * @throws AbsentException when it names a conversation that does not exist
     */
    public void serverSays(String name, Map<String, ?> fields) {
        voice.say(name, fields);
    }

    /**
     * Crisp's servers tell of something that is in no catalogue: what Crisp may add some day. Every socket of the website
     * hears it.
     *
     * @param fields its payload but for {@code website_id}, which is put in
     * @throws IllegalArgumentException when Crisp has such an event
     */
    public void serverInvents(String name, Map<String, ?> fields) {
        voice.invent(name, fields);
    }

    /** What happens in it. */
    public EventFeed events() {
        return events;
    }

    /**
     * The number of the last change that the calling thread made here; 0 for none. Changes, and events about them, are
     * numbered in the order in which they take effect, whoever makes them.
     */
    public long lastChangeByThisThread() {
        return changes.lastOfThisThread();
    }

    /** A visitor of that name opens the chat. Nothing is written yet. */
    public Conversation visitorArrives(String nickname, String email) {
        return conversations.start(Map.of("nickname", nickname, "email", email));
    }

    /** What the first operator does in a conversation. */
    public OperatorChat operatorChat(String sessionId) {
        return operatorChat(sessionId, operators.answering().get(0));
    }

    /** What an operator does in a conversation. */
    public OperatorChat operatorChat(String sessionId, Website.Operator operator) {
        operators.seen(operator.userId());
        Author author = new Author("website", operator.userId(), operator.nickname(), null);
        return new OperatorChat(messages, marks, sessionId, author);
    }

    /** The visitor writes a text in the chat. */
    public Message visitorWrites(String sessionId, String text) {
        return visitor(sessionId).chat().writes(text);
    }

    /** The first operator reads what the visitor wrote and answers with a text in the chat. */
    public Message operatorAnswers(String sessionId, String text) {
        return operatorChat(sessionId).answers(text);
    }

    /** An operator reads what the visitor wrote and answers with a text in the chat. */
    public Message operatorAnswers(String sessionId, Website.Operator operator, String text) {
        return operatorChat(sessionId, operator).answers(text);
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
