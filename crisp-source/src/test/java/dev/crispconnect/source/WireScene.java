package dev.crispconnect.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.client.realtime.EventContent;
import dev.crispconnect.client.realtime.RealtimeEvent;
import dev.crispconnect.simulator.fault.Fault;
import dev.crispconnect.simulator.fault.Moment;
import dev.crispconnect.simulator.realtime.ConnectFault;
import dev.crispconnect.simulator.realtime.EventFault;
import dev.crispconnect.simulator.realtime.SocketFault;
import dev.crispconnect.simulator.workspace.Conversation;
import dev.crispconnect.simulator.workspace.Message;
import dev.crispconnect.simulator.workspace.MessageDraft;
import dev.crispconnect.simulator.workspace.Side;
import dev.crispconnect.simulator.workspace.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;

/** A workspace, a worker, and what happens to both; in the end the topics are held against the workspace. */
final class WireScene implements AutoCloseable {

    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration LONGER_THAN_AN_AUDIT = Duration.ofMinutes(11);
    private static final Duration LONGER_THAN_A_REFRESH = Duration.ofSeconds(90);
    private static final Duration WITHIN_THE_MARGIN_OF_CLOCKS = Duration.ofSeconds(10);
    private static final int MOST_KNOWN = 200;
    private static final State[] STATES = State.values();

    /** What may happen. */
    enum Kind {
        ARRIVE,
        VISITOR_WRITES,
        OPERATOR_ANSWERS,
        BURST,
        CHANGE_STATE,
        EDIT,
        REMOVE_MESSAGE,
        REMOVE_CONVERSATION,
        IMPORT_INTO_OLD,
        IMPORT_NEW,
        CUT,
        CLOSE,
        CUT_BEFORE,
        CUT_AFTER,
        CUT_BETWEEN,
        DUPLICATE,
        REFUSE_CONNECTS,
        REST_FAULTS,
        STALE_LIST,
        MOVE_ITEM,
        RESTART,
        CRASH,
        PASS,
        PASS_LONG,
        SETTLE,
        LOSE,
        HOLD_BACK
    }

    private record Name(String session, long fingerprint) {}

    final PollingWorker worker = new PollingWorker(START);
    private final Random random;

    /** Messages that were back-dated into a conversation that was there before. */
    private final Set<Name> backDated = new HashSet<>();

    /** Conversations of which the task that was started first reads or hears everything. */
    private final Set<String> followed = new HashSet<>();

    private boolean restarted;

    private final Set<String> outOfOrder = new HashSet<>();
    private final List<String> removed = new ArrayList<>();

    /** What events told that reached the task, in the end with everything before them committed. */
    private final List<RealtimeEvent> sure = new ArrayList<>();

    private int heardBefore;

    WireScene(long seed) {
        random = new Random(seed);
        worker.crisp.workspace().seed(random.nextInt(30), random.nextInt(3), 0);
        sessions().stream().filter(session -> !messages(session).isEmpty()).forEach(followed::add);
    }

    void happen(Kind kind) throws InterruptedException {
        List<Conversation> all = worker.crisp.workspace().conversations().all();
        String session =
                all.isEmpty() ? null : all.get(random.nextInt(all.size())).sessionId();
        switch (kind) {
            case ARRIVE -> arrive();
            case IMPORT_NEW -> importNew();
            case RESTART -> restart();
            case CRASH -> crash();
            case PASS -> worker.time.pass(Duration.ofMillis(random.nextInt(8_000)));
            case PASS_LONG -> worker.pass(Duration.ofSeconds(random.nextInt(900)));
            case SETTLE -> worker.settle();
            default -> {
                if (!fault(kind) && session != null) {
                    change(kind, session);
                }
            }
        }
    }

    /** Everything is well again, and time passes. */
    void calmDown() throws InterruptedException {
        worker.crisp.faults().clear();
        worker.crisp.realtime().faults().clear();
        worker.pass(LONGER_THAN_A_REFRESH);
        worker.pass(LONGER_THAN_AN_AUDIT);
        worker.pass(LONGER_THAN_A_REFRESH);
        noteWhatIsSure();
    }

    void assertEveryMessageArrived() {
        for (String session : sessions()) {
            Set<Long> arrived = new HashSet<>(worker.messagesOf(session));
            for (Message message : messages(session)) {
                if (!mayBeLost(session, message)) {
                    assertThat(arrived)
                            .as("message '%s' of %s", message.content(), session)
                            .contains(message.fingerprint());
                }
            }
        }
    }

    /** A back-dated message, where it is not known any more what was emitted of its conversation. */
    private boolean mayBeLost(String session, Message message) {
        boolean known =
                followed.contains(session) && !restarted && messages(session).size() <= MOST_KNOWN;
        return backDated.contains(new Name(session, message.fingerprint())) && !known;
    }

    void assertNothingArrivedTwice() {
        Map<List<Object>, SourceRecord> seen = new HashMap<>();
        for (SourceRecord entry : worker.topic("messages")) {
            Struct value = (Struct) entry.value();
            List<Object> what = new ArrayList<>();
            what.add(value.getString("session_id"));
            what.add(value.getInt64("fingerprint"));
            what.add(value.getString("text"));
            // of a file, say, whose content is edited into a text
            what.add(value.getString("content_json"));
            what.add(value.getBoolean("removed"));
            SourceRecord before = seen.put(what, entry);
            assertThat(before).as("%s %s", what, entry.headers()).isNull();
        }
    }

    void assertOrder() {
        for (String session : sessions()) {
            if (!outOfOrder.contains(session)) {
                Set<Long> there = new HashSet<>();
                messages(session).forEach(message -> there.add(message.fingerprint()));
                List<Long> arrived = worker.messagesOf(session).stream()
                        .distinct()
                        .filter(there::contains)
                        .toList();
                assertThat(arrived)
                        .as(session)
                        .containsExactlyElementsOf(messages(session).stream()
                                .map(Message::fingerprint)
                                .toList());
            }
        }
    }

    void assertNewestStates() {
        Map<String, Struct> newest = newestConversations();
        for (String session : sessions()) {
            Conversation conversation = worker.crisp.workspace().conversations().get(session);
            assertThat(newest.get(session)).as(session).isNotNull();
            assertThat(newest.get(session).getString("state"))
                    .as(session)
                    .isEqualTo(conversation.state().name().toLowerCase(Locale.ROOT));
        }
    }

    void assertWhatWasHeardIsThere() {
        Map<Name, Struct> newest = new HashMap<>();
        for (SourceRecord entry : worker.topic("messages")) {
            Struct value = (Struct) entry.value();
            newest.put(new Name(value.getString("session_id"), value.getInt64("fingerprint")), value);
        }
        Set<String> gone = new HashSet<>(removed);
        Map<String, Struct> conversations = newestConversations();
        for (RealtimeEvent event : sure) {
            String session = event.sessionId();
            if (event.content() instanceof EventContent.ConversationRemoved && conversations.containsKey(session)) {
                assertThat(conversations.get(session)).as(session).isNull();
            } else if (!gone.contains(session)) {
                assertMessage(event, newest);
            }
        }
    }

    @Override
    public void close() {
        worker.close();
    }

    private void assertMessage(RealtimeEvent event, Map<Name, Struct> newest) {
        if (event.content() instanceof EventContent.MessageRemoved told) {
            Struct last = newest.get(new Name(event.sessionId(), told.fingerprint()));
            assertThat(last.getBoolean("removed"))
                    .as("removal in %s", event.sessionId())
                    .isTrue();
        } else if (event.content() instanceof EventContent.MessageUpdated told) {
            assertContent(event.sessionId(), told.fingerprint(), newest);
        }
    }

    private void assertContent(String session, long fingerprint, Map<Name, Struct> newest) {
        worker.crisp.workspace().messages().find(session, fingerprint).ifPresent(message -> assertThat(
                        newest.get(new Name(session, fingerprint)).getString("text"))
                .as("edit in %s", session)
                .isEqualTo(message.content()));
    }

    private boolean fault(Kind kind) {
        switch (kind) {
            case CUT -> worker.crisp.realtime().faults().strike(SocketFault.CUT);
            case CLOSE -> worker.crisp.realtime().faults().strike(SocketFault.CLOSE);
            case CUT_BEFORE -> worker.crisp.realtime().faults().once(new EventFault.CutBefore());
            case CUT_AFTER -> worker.crisp.realtime().faults().once(new EventFault.CutAfter());
            case CUT_BETWEEN -> worker.crisp.realtime().faults().cutBetween("message:send", "session:set_state");
            case DUPLICATE -> worker.crisp.realtime().faults().times(3, "message:send", new EventFault.Duplicate());
            case REFUSE_CONNECTS ->
                worker.crisp
                        .realtime()
                        .faults()
                        .refuseConnects(
                                1 + random.nextInt(4),
                                random.nextBoolean() ? ConnectFault.BAD_GATEWAY : ConnectFault.CUT);
            case REST_FAULTS ->
                worker.crisp.faults().times(1 + random.nextInt(3), FAULTS.get(random.nextInt(FAULTS.size())));
            case STALE_LIST -> worker.crisp.faults().once(new Fault.Stale());
            case MOVE_ITEM -> worker.crisp.faults().once(new Fault.MovedItem(null, random.nextLong()));
            case LOSE -> worker.crisp.realtime().faults().once(new EventFault.Drop());
            case HOLD_BACK -> worker.crisp.realtime().faults().once(new EventFault.HoldBack());
            default -> {
                return false;
            }
        }
        return true;
    }

    private static final List<Fault> FAULTS = List.of(
            Fault.status(429, "rate_limited"),
            Fault.status(429, "rate_limited", Duration.ofSeconds(7)),
            Fault.status(503, "server_error"),
            Fault.html(502),
            new Fault.Garbage(),
            new Fault.Drop(Moment.BEFORE_WRITE),
            new Fault.TruncatedBody());

    private void change(Kind kind, String session) {
        switch (kind) {
            case VISITOR_WRITES -> worker.crisp.workspace().visitorWrites(session, text());
            case OPERATOR_ANSWERS -> worker.crisp.workspace().operatorAnswers(session, text());
            case BURST -> {
                for (int i = 0; i < 45; i++) {
                    worker.crisp.workspace().visitorWrites(session, text());
                }
            }
            case CHANGE_STATE ->
                worker.crisp.workspace().conversations().setState(session, STATES[random.nextInt(STATES.length)]);
            case EDIT ->
                anyMessage(session)
                        .ifPresent(message ->
                                worker.crisp.workspace().messages().edit(session, message.fingerprint(), text()));
            case REMOVE_MESSAGE ->
                anyMessage(session)
                        .ifPresent(
                                message -> worker.crisp.workspace().messages().remove(session, message.fingerprint()));
            case REMOVE_CONVERSATION -> {
                removed.add(session);
                worker.crisp.workspace().conversations().remove(session);
            }
            case IMPORT_INTO_OLD -> {
                outOfOrder.add(session);
                Message message = write(session, Duration.ofMinutes(10 + random.nextInt(100_000)));
                backDated.add(new Name(session, message.fingerprint()));
            }
            default -> throw new IllegalStateException(kind + " happens to no conversation");
        }
    }

    private void arrive() {
        String session = open();
        worker.crisp.workspace().visitorWrites(session, text());
    }

    private void importNew() {
        String session = open();
        outOfOrder.add(session);
        for (int i = 0; i < 1 + random.nextInt(60); i++) {
            write(session, Duration.ofMinutes(random.nextInt(100_000)));
        }
    }

    private String open() {
        String session = worker.crisp
                .workspace()
                .visitorArrives("Ilse", "ilse@example.org")
                .sessionId();
        if (worker.time.crisp.now().isAfter(START.plus(WITHIN_THE_MARGIN_OF_CLOCKS))) {
            followed.add(session);
        }
        return session;
    }

    private Message write(String session, Duration ago) {
        return worker.crisp
                .workspace()
                .messages()
                .send(
                        session,
                        MessageDraft.text(Side.USER, text())
                                .withTimestamp(worker.time.crisp.now().minus(ago)));
    }

    private int texts;

    /** What somebody writes now. */
    private String text() {
        worker.time.tick();
        return "text " + texts++;
    }

    private Optional<Message> anyMessage(String session) {
        List<Message> all = messages(session);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
    }

    private void restart() throws InterruptedException {
        restarted = true;
        noteWhatIsSure();
        worker.restart();
        heardBefore = worker.reach.heard.size();
    }

    private void crash() throws InterruptedException {
        restarted = true;
        noteWhatIsSure();
        List<SourceRecord> aborted = worker.crash();
        heardBefore = worker.reach.heard.size();
        // what the socket told is not told again
        sure.removeIf(event -> aborted.stream().anyMatch(entry -> isOf(entry, event.sessionId())));
    }

    private static boolean isOf(SourceRecord entry, String session) {
        return session.equals(((Struct) entry.key()).getString("session_id"));
    }

    /** What was heard long ago, as far as it goes without anything that is still to be read. */
    private void noteWhatIsSure() throws InterruptedException {
        List<RealtimeEvent> heard = worker.reach.heard;
        if (worker.crisp.faults().pending().isEmpty()) {
            int until = heard.size();
            worker.pass(LONGER_THAN_A_REFRESH);
            sure.addAll(heard.subList(heardBefore, until));
            heardBefore = until;
        }
    }

    private List<String> sessions() {
        return worker.crisp.workspace().conversations().all().stream()
                .map(Conversation::sessionId)
                .toList();
    }

    private List<Message> messages(String session) {
        return worker.crisp.workspace().messages().of(session);
    }

    private Map<String, Struct> newestConversations() {
        Map<String, Struct> newest = new LinkedHashMap<>();
        for (SourceRecord entry : worker.topic("conversations")) {
            newest.put(((Struct) entry.key()).getString("session_id"), (Struct) entry.value());
        }
        return newest;
    }
}
