package dev.crispconnect.source.feed;

import dev.crispconnect.client.Answer;
import dev.crispconnect.client.CrispException;
import dev.crispconnect.client.ListOrder;
import dev.crispconnect.client.conversation.Conversation;
import dev.crispconnect.client.conversation.Message;
import dev.crispconnect.client.people.Profile;
import dev.crispconnect.client.realtime.EventContent;
import dev.crispconnect.client.realtime.RealtimeEvent;
import dev.crispconnect.client.time.ManualTime;
import dev.crispconnect.source.position.WalkOrder;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** A workspace in memory that answers like Crisp's lists, and can change between any two calls. */
final class FakeWorkspace implements Workspace {

    private static final int BATCH = 40;

    /** No call may be sent early. */
    static final int NOT_SENT = -1;

    /** The answer to an early call is lost. */
    static final int LOST = Integer.MAX_VALUE;

    final ManualTime time;
    final Map<String, Conversation> conversations = new TreeMap<>();
    final Map<String, List<Message>> messages = new TreeMap<>();

    /** What happens while Crisp is being read: run after each answer. */
    Runnable betweenCalls = () -> {};

    /** Told of what happens, as Crisp's socket would. */
    Consumer<RealtimeEvent> onEvent = event -> {};

    /** Messages that a stale cache does not show yet. */
    final Set<Long> hidden = new HashSet<>();

    /** Whether the lists are the other way round: the direction is not documented. */
    boolean oldestFirst;

    /** Whether conversations come without their times, as a token with few scopes may see them. */
    boolean timeless;

    /** Those that come without their times, among others that have them. */
    final Set<String> timelessSessions = new HashSet<>();

    /** Whether every answer promises that more follows. */
    boolean alwaysMore;

    /** Whether there is "not found" behind the end of messages. */
    boolean notFoundBehindTheEnd;

    /** Whether answers do not tell the time. */
    boolean dateless;

    /** What Crisp does with the bounds of a list. */
    final FakeFilter filter = new FakeFilter();

    /** After how many other answers what is asked for early is answered, which tells how it is then. */
    IntSupplier early = () -> 0;

    private final Map<String, Asked<Message>> messagesAsked = new LinkedHashMap<>();
    private final Map<PageQuery, Asked<Conversation>> pagesAsked = new LinkedHashMap<>();

    /** How many conversations were asked for at once, at most. */
    int mostAsked;

    /** Whether a cache stands in front that is not told of changes, and so answers lists as before, if it has them. */
    boolean stale;

    /** Whether what the cache answers bears the time at which it was made, and not that of the answer. */
    boolean datedAsMade;

    /** Whether the cache has whatever is asked for, as it is. */
    boolean alwaysCached;

    /** How long the cache keeps an answer. */
    Duration keeps = Duration.ofMinutes(10);

    int cachedCalls;

    private final Map<String, Kept> kept = new HashMap<>();
    private final Set<Long> readByOperators = new HashSet<>();

    int listCalls;
    int messageCalls;
    int singleCalls;
    private long nextId;

    FakeWorkspace(ManualTime time) {
        this.time = time;
    }

    private record Kept(Optional<? extends Answer<?>> answer, Instant since) {}

    String open() {
        nextId++;
        String sessionId = "session_" + (1_000_000 + nextId);
        messages.put(sessionId, new ArrayList<>());
        conversations.put(sessionId, conversation(sessionId, "pending", time.now(), time.now()));
        return sessionId;
    }

    void write(String sessionId) {
        write(sessionId, time.now());
    }

    /** Returns the fingerprint. */
    long write(String sessionId, Instant timestamp) {
        Message written = add(Sparse.message(sessionId, nextFingerprint(), "user", timestamp));
        tell("message:send", sessionId, new EventContent.MessageSent(written));
        return written.fingerprint();
    }

    /** An operator reads what there is and answers. */
    void answer(String sessionId) {
        List<Long> read = messages.get(sessionId).stream()
                .filter(message -> message.from().equals("user"))
                .map(Message::fingerprint)
                .filter(readByOperators::add)
                .toList();
        if (!read.isEmpty()) {
            touch(sessionId, conversations.get(sessionId).state());
            tell("message:acknowledge:read:send", sessionId, new EventContent.MessagesRead(read));
        }
        Message written = add(Sparse.message(sessionId, nextFingerprint(), "operator", time.now()));
        tell("message:received", sessionId, new EventContent.MessageReceived(written));
    }

    private Message add(Message written) {
        List<Message> log = messages.get(written.sessionId());
        log.add(written);
        log.sort(Comparator.comparing(Message::timestamp, Comparator.nullsLast(Comparator.naturalOrder())));
        touch(written.sessionId(), conversations.get(written.sessionId()).state());
        return written;
    }

    /** As Crisp's server makes them. */
    private long nextFingerprint() {
        nextId++;
        return time.now().getEpochSecond() * 100_000 + nextId;
    }

    /** The newest message says something else now. */
    void edit(String sessionId) {
        List<Message> log = messages.get(sessionId);
        if (!log.isEmpty()) {
            nextId++;
            String content = "\"edit " + nextId + "\"";
            Message edited = RememberedMessages.edited(log.get(log.size() - 1), content);
            log.set(log.size() - 1, edited);
            touch(sessionId, conversations.get(sessionId).state());
            tell("message:updated", sessionId, new EventContent.MessageUpdated(edited.fingerprint(), content));
        }
    }

    /** The newest message is no more. */
    void removeMessage(String sessionId) {
        List<Message> log = messages.get(sessionId);
        if (!log.isEmpty()) {
            Message removed = log.remove(log.size() - 1);
            touch(sessionId, conversations.get(sessionId).state());
            tell("message:removed", sessionId, new EventContent.MessageRemoved(removed.fingerprint()));
        }
    }

    void changeState(String sessionId) {
        touch(sessionId, "resolved".equals(conversations.get(sessionId).state()) ? "unresolved" : "resolved");
        tell("session:set_state", sessionId, new EventContent.ConversationTouched());
    }

    /** A change that moves the conversation to no other place in the list, as Crisp does not say which ones do. */
    void changeStateInPlace(String sessionId) {
        Conversation before = conversations.get(sessionId);
        conversations.put(sessionId, conversation(sessionId, "resolved", before.createdAt(), before.updatedAt()));
        tell("session:set_state", sessionId, new EventContent.ConversationTouched());
    }

    private void tell(String name, String sessionId, EventContent content) {
        onEvent.accept(new RealtimeEvent(name, "w", sessionId, content, null));
    }

    long newestMessage(String sessionId) {
        List<Message> log = messages.get(sessionId);
        return log.get(log.size() - 1).fingerprint();
    }

    void remove(String sessionId) {
        conversations.remove(sessionId);
        messages.remove(sessionId);
        tell("session:removed", sessionId, new EventContent.ConversationRemoved());
    }

    List<String> sessions() {
        return List.copyOf(conversations.keySet());
    }

    private void touch(String sessionId, String state) {
        Instant createdAt = conversations.get(sessionId).createdAt();
        conversations.put(sessionId, conversation(sessionId, state, createdAt, time.now()));
    }

    private Conversation conversation(String sessionId, String state, Instant createdAt, Instant updatedAt) {
        List<Message> log = messages.get(sessionId);
        Conversation.PreviewMessage preview = log.isEmpty()
                ? null
                : new Conversation.PreviewMessage(
                        "text", "user", "...", log.get(log.size() - 1).fingerprint());
        Conversation.Unread unread = new Conversation.Unread(unread(log), log.size() - written(log));
        return Sparse.conversation(sessionId, state, preview, unread, createdAt, updatedAt);
    }

    private int unread(List<Message> log) {
        return (int) log.stream()
                .filter(message -> message.from().equals("user") && !readByOperators.contains(message.fingerprint()))
                .count();
    }

    private static int written(List<Message> log) {
        return (int)
                log.stream().filter(message -> message.from().equals("user")).count();
    }

    private static Conversation withoutTimes(Conversation full) {
        return Sparse.conversation(full.sessionId(), full.state(), full.previewMessage(), null, null, null);
    }

    @Override
    public Optional<Answer<List<Conversation>>> conversations(PageQuery query) {
        Asked<Conversation> before = pagesAsked.remove(query);
        Optional<Answer<List<Conversation>>> answer = taken(before, () -> listNow(query));
        pass();
        return answer;
    }

    private Optional<Answer<List<Conversation>>> listNow(PageQuery query) {
        if (query.isFiltered()) {
            filter.refuseIfNotInThePlan();
        }
        return cached(query.toString(), () -> pageNow(query));
    }

    private Optional<Answer<List<Conversation>>> pageNow(PageQuery query) {
        listCalls++;
        Function<Conversation, Instant> by =
                query.order() == ListOrder.CREATED ? Conversation::createdAt : Conversation::updatedAt;
        Comparator<Conversation> direction = Comparator.comparing(by);
        List<Conversation> list = conversations.values().stream()
                .filter(conversation -> filter.passes(conversation.createdAt(), conversation.updatedAt(), query))
                .sorted((oldestFirst ? direction : direction.reversed()).thenComparing(Conversation::sessionId))
                .map(conversation -> timeless || timelessSessions.contains(conversation.sessionId())
                        ? withoutTimes(conversation)
                        : conversation)
                .toList();
        int from = (int) Math.min(query.choice().start(), list.size());
        int to = (int) Math.min(query.choice().end(), list.size());
        return Optional.of(answered(list.subList(from, to), to < list.size()));
    }

    @Override
    public Optional<Answer<Conversation>> conversation(String sessionId) {
        singleCalls++;
        return one(conversations.get(sessionId));
    }

    @Override
    public Optional<Answer<Message>> message(String sessionId, long fingerprint) {
        singleCalls++;
        return one(messages.getOrDefault(sessionId, List.of()).stream()
                .filter(message -> message.fingerprint() == fingerprint)
                .findAny()
                .orElse(null));
    }

    @Override
    public Optional<Answer<List<Message>>> newestMessages(String sessionId) {
        Optional<Answer<List<Message>>> answer = taken(messagesAsked.remove(sessionId), () -> newestNow(sessionId));
        if (answer.isPresent()) {
            pass();
        }
        return answer;
    }

    @Override
    public boolean askForNewestMessages(String sessionId) {
        boolean underway = ask(messagesAsked, sessionId, () -> newestNow(sessionId));
        mostAsked = Math.max(mostAsked, messagesAsked.size());
        return underway;
    }

    @Override
    public boolean askForConversations(PageQuery query) {
        pagesAsked.clear();
        return ask(pagesAsked, query, () -> listNow(query));
    }

    @Override
    public void forgetAsked() {
        messagesAsked.clear();
    }

    @Override
    public void forgetAskedPage() {
        pagesAsked.clear();
    }

    /** What was asked for early, and its answer once it is there. */
    private static final class Asked<T> {

        private final Supplier<Optional<Answer<List<T>>>> now;
        private int left;
        private Optional<Answer<List<T>>> answer;

        private Asked(Supplier<Optional<Answer<List<T>>>> now, int left) {
            this.now = now;
            this.left = left;
        }

        private void answerIfDue() {
            if (left == 0 && answer == null) {
                try {
                    answer = now.get();
                } catch (CrispException.Denied denied) {
                    left = LOST;
                }
            }
        }

        private void pass() {
            left = left == LOST ? LOST : Math.max(0, left - 1);
            answerIfDue();
        }
    }

    private <K, T> boolean ask(Map<K, Asked<T>> asked, K what, Supplier<Optional<Answer<List<T>>>> now) {
        int left = early.getAsInt();
        if (left == NOT_SENT) {
            return false;
        }
        asked.computeIfAbsent(what, key -> new Asked<>(now, left)).answerIfDue();
        return true;
    }

    private static <T> Optional<Answer<List<T>>> taken(Asked<T> asked, Supplier<Optional<Answer<List<T>>>> now) {
        return asked == null || asked.answer == null ? now.get() : asked.answer;
    }

    private Optional<Answer<List<Message>>> newestNow(String sessionId) {
        messageCalls++;
        List<Message> log = messages.get(sessionId);
        return log == null ? Optional.empty() : cached(sessionId, () -> newest(log));
    }

    @Override
    public Optional<Answer<List<Message>>> messagesBefore(String sessionId, Instant before) {
        messageCalls++;
        List<Message> log = messages.get(sessionId);
        if (log == null) {
            return Optional.empty();
        }
        List<Message> older = log.stream()
                .filter(message ->
                        message.timestamp() != null && message.timestamp().isBefore(before))
                .toList();
        if (older.isEmpty() && notFoundBehindTheEnd) {
            return Optional.empty();
        }
        Optional<Answer<List<Message>>> answer = cached(sessionId + " " + before, () -> newest(older));
        pass();
        return answer;
    }

    /** Each conversation has a contact, who changes with it. */
    @Override
    public Optional<Answer<List<Profile>>> profiles(PageQuery query) {
        filter.date = WalkOrder.CREATED;
        return conversations(query)
                .map(answer -> new Answer<>(
                        answer.status(),
                        answer.reason(),
                        answer.headers(),
                        answer.data().stream().map(FakeWorkspace::contact).toList()));
    }

    @Override
    public boolean askForProfiles(PageQuery query) {
        return askForConversations(query);
    }

    @Override
    public OptionalLong profileTotal() {
        return OptionalLong.of(conversations.size());
    }

    @Override
    public Optional<Answer<Profile>> profile(String peopleId) {
        throw new IllegalStateException("a contact is never read by itself");
    }

    private static Profile contact(Conversation conversation) {
        return new Profile(
                conversation.sessionId(),
                null,
                null,
                null,
                null,
                conversation.state(),
                null,
                null,
                conversation.createdAt(),
                conversation.updatedAt());
    }

    @Override
    public Optional<Answer<Map<String, String>>> profileData(String peopleId) {
        throw new IllegalStateException("this workspace has no contacts");
    }

    private Optional<Answer<List<Message>>> newest(List<Message> all) {
        List<Message> log = all.stream()
                .filter(message -> !hidden.contains(message.fingerprint()))
                .toList();
        int from = Math.max(0, log.size() - BATCH);
        return Optional.of(answered(log.subList(from, log.size()), from > 0));
    }

    /** The cache forgets its lists of conversations, but not of messages. */
    void forgetLists() {
        kept.keySet().removeIf(key -> !key.startsWith("session_"));
    }

    @SuppressWarnings("unchecked") // of this very key
    private <T> Optional<Answer<List<T>>> cached(String key, Supplier<Optional<Answer<List<T>>>> fresh) {
        Kept known = kept.get(key);
        if (stale && known != null && time.now().isBefore(known.since().plus(keeps))) {
            return cached((Answer<List<T>>) known.answer().orElseThrow());
        }
        Instant since = time.now();
        Optional<Answer<List<T>>> answer = fresh.get();
        kept.put(key, new Kept(answer, since));
        return alwaysCached ? answer.flatMap(this::cached) : answer;
    }

    private <T> Optional<Answer<T>> cached(Answer<T> kept) {
        cachedCalls++;
        Instant made = kept.serverTime();
        Instant borne = datedAsMade || made == null ? made : time.now().truncatedTo(ChronoUnit.SECONDS);
        return Optional.of(
                new Answer<>(kept.status(), kept.reason(), new Answer.Headers(borne, null, true), kept.data()));
    }

    private <T> Optional<Answer<T>> one(T data) {
        Answer.Headers headers = new Answer.Headers(time.now().truncatedTo(ChronoUnit.SECONDS), null, false);
        Optional<Answer<T>> answer = Optional.ofNullable(data).map(found -> new Answer<>(200, "found", headers, found));
        pass();
        return answer;
    }

    private <T> Answer<List<T>> answered(List<T> data, boolean more) {
        Instant second = time.now().truncatedTo(ChronoUnit.SECONDS);
        return new Answer<>(
                more || alwaysMore ? 206 : 200,
                "listed",
                new Answer.Headers(dateless ? null : second, null, false),
                List.copyOf(data));
    }

    /** An answer is on its way, and the world moves on. */
    private void pass() {
        time.advance(Duration.ofMillis(3));
        betweenCalls.run();
        messagesAsked.values().forEach(Asked::pass);
        pagesAsked.values().forEach(Asked::pass);
    }
}
