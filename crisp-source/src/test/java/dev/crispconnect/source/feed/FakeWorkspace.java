package dev.crispconnect.source.feed;

import dev.crispconnect.client.Answer;
import dev.crispconnect.client.ListOrder;
import dev.crispconnect.client.conversation.Conversation;
import dev.crispconnect.client.conversation.Message;
import dev.crispconnect.client.conversation.MessageContent;
import dev.crispconnect.client.people.Profile;
import dev.crispconnect.client.realtime.EventContent;
import dev.crispconnect.client.realtime.RealtimeEvent;
import dev.crispconnect.client.time.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** A workspace in memory that answers like Crisp's lists, and can change between any two calls. */
final class FakeWorkspace implements Workspace {

    private static final int BATCH = 40;

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
        Message written = add(message(sessionId, nextFingerprint(), "user", timestamp));
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
        Message written = add(message(sessionId, nextFingerprint(), "operator", time.now()));
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
        return new Conversation(
                "w",
                sessionId,
                null,
                null,
                state,
                0,
                false,
                false,
                "online",
                null,
                null,
                preview,
                null,
                null,
                null,
                null,
                new Conversation.Unread(unread(log), log.size() - written(log)),
                null,
                null,
                createdAt,
                updatedAt,
                null);
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
        return new Conversation(
                "w",
                full.sessionId(),
                null,
                null,
                full.state(),
                0,
                false,
                false,
                "online",
                null,
                null,
                full.previewMessage(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static Message message(String sessionId, long fingerprint, String from, Instant timestamp) {
        return new Message(
                "w",
                sessionId,
                fingerprint,
                "text",
                from,
                "chat",
                new MessageContent.Text("hello"),
                "\"hello\"",
                null,
                null,
                "",
                "",
                null,
                null,
                null,
                null,
                timestamp,
                null,
                null,
                null,
                null);
    }

    @Override
    public Optional<Answer<List<Conversation>>> conversations(PageChoice choice, ListOrder order) {
        return cached(choice + " " + order, () -> list(choice, order, conversation -> true));
    }

    @Override
    public Optional<Answer<List<Conversation>>> conversationsUpdatedSince(PageChoice choice, Instant from) {
        return list(choice, ListOrder.CREATED, conversation -> !conversation
                .updatedAt()
                .isBefore(from));
    }

    private Optional<Answer<List<Conversation>>> list(
            PageChoice choice, ListOrder order, Predicate<Conversation> filter) {
        listCalls++;
        Function<Conversation, Instant> by =
                order == ListOrder.CREATED ? Conversation::createdAt : Conversation::updatedAt;
        Comparator<Conversation> direction = Comparator.comparing(by);
        List<Conversation> list = conversations.values().stream()
                .filter(filter)
                .sorted((oldestFirst ? direction : direction.reversed()).thenComparing(Conversation::sessionId))
                .map(conversation -> timeless || timelessSessions.contains(conversation.sessionId())
                        ? withoutTimes(conversation)
                        : conversation)
                .toList();
        int from = (int) Math.min(choice.start(), list.size());
        int to = (int) Math.min(choice.end(), list.size());
        return answer(list.subList(from, to), to < list.size());
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
        return older.isEmpty() && notFoundBehindTheEnd
                ? Optional.empty()
                : cached(sessionId + " " + before, () -> newest(older));
    }

    @Override
    public Optional<Answer<List<Profile>>> profiles(PageChoice choice, ListOrder order) {
        throw new IllegalStateException("this workspace has no contacts");
    }

    @Override
    public OptionalLong profileTotal() {
        throw new IllegalStateException("this workspace has no contacts");
    }

    @Override
    public Optional<Answer<Profile>> profile(String peopleId) {
        throw new IllegalStateException("this workspace has no contacts");
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
        return answer(log.subList(from, log.size()), from > 0);
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
        betweenCalls.run();
        return Optional.of(
                new Answer<>(kept.status(), kept.reason(), new Answer.Headers(borne, null, true), kept.data()));
    }

    private <T> Optional<Answer<T>> one(T data) {
        Answer.Headers headers = new Answer.Headers(time.now().truncatedTo(ChronoUnit.SECONDS), null, false);
        Optional<Answer<T>> answer = Optional.ofNullable(data).map(found -> new Answer<>(200, "found", headers, found));
        time.advance(Duration.ofMillis(3));
        betweenCalls.run();
        return answer;
    }

    private <T> Optional<Answer<List<T>>> answer(List<T> data, boolean more) {
        Instant second = time.now().truncatedTo(ChronoUnit.SECONDS);
        Answer<List<T>> answer = new Answer<>(
                more || alwaysMore ? 206 : 200,
                "listed",
                new Answer.Headers(dateless ? null : second, null, false),
                List.copyOf(data));
        time.advance(Duration.ofMillis(3));
        betweenCalls.run();
        return Optional.of(answer);
    }
}
