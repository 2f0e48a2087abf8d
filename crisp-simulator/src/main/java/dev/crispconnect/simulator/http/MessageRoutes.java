package dev.crispconnect.simulator.http;

import dev.crispconnect.simulator.switches.AnswerSwitch;
import dev.crispconnect.simulator.switches.AnswerSwitch.AfterWindow;
import dev.crispconnect.simulator.switches.AnswerSwitch.Bound;
import dev.crispconnect.simulator.switches.AnswerSwitch.MessageProperties;
import dev.crispconnect.simulator.switches.AnswerSwitch.Partial;
import dev.crispconnect.simulator.switches.AnswerSwitch.PlanFeature;
import dev.crispconnect.simulator.switches.Switches;
import dev.crispconnect.simulator.workspace.AbsentException;
import dev.crispconnect.simulator.workspace.Message;
import dev.crispconnect.simulator.workspace.MessageDraft;
import dev.crispconnect.simulator.workspace.MessageWindow;
import dev.crispconnect.simulator.workspace.MessageWindow.Kind;
import dev.crispconnect.simulator.workspace.Messages;
import dev.crispconnect.simulator.workspace.TakenException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Messages of a conversation (Crisp API reference, sections 3.8 to 3.10). */
final class MessageRoutes {

    private static final int BATCH = 40;
    private static final String CONVERSATION = "/website/{website_id}/conversation/{session_id}";
    private static final String SCOPE = "website:conversation:messages";
    private static final String ONE = CONVERSATION + "/message/{fingerprint}";

    private final Switches switches;
    private final Later later;

    MessageRoutes(Switches switches, Later later) {
        this.switches = switches;
        this.later = later;
    }

    List<Route> routes() {
        return List.of(
                Route.read("GET", CONVERSATION + "/messages", this::list).needing(SCOPE),
                Route.write("POST", CONVERSATION + "/message", this::send).needing(SCOPE),
                Route.read("GET", ONE, MessageRoutes::get).needing(SCOPE),
                Route.write("PATCH", ONE, MessageRoutes::edit).needing(SCOPE),
                Route.write("DELETE", ONE, MessageRoutes::remove).needing(SCOPE));
    }

    private Answer list(Call call) {
        MessageWindow.Batch batch = messages(call).batch(call.sessionId(), window(call.query()));
        var data = batch.messages().stream().map(Wire::message).toList();
        return Answer.listed(batch.more() || switches.get(AnswerSwitch.PARTIAL) == Partial.ALWAYS, JsonText.of(data));
    }

    private MessageWindow window(Query query) {
        List<MessageWindow> windows = new ArrayList<>(1);
        Kind after = switches.get(AnswerSwitch.AFTER_WINDOW) == AfterWindow.NEWEST ? Kind.NEWEST_AFTER : Kind.AFTER;
        add(windows, Kind.BEFORE, query.millis("timestamp_before"));
        add(windows, after, query.millis("timestamp_after"));
        add(windows, Kind.AROUND, query.millis("timestamp_around"));
        if (windows.size() > 1) {
            throw Refusal.invalid("query should have only one of timestamp_before, timestamp_after, timestamp_around");
        }
        return windows.isEmpty() ? new MessageWindow(Kind.NEWEST, Instant.EPOCH, BATCH, true) : windows.get(0);
    }

    private void add(List<MessageWindow> windows, Kind kind, Optional<Instant> bound) {
        bound.ifPresent(time -> windows.add(
                new MessageWindow(kind, time, BATCH, switches.get(AnswerSwitch.WINDOW_BOUND) == Bound.INCLUSIVE)));
    }

    private Answer send(Call call) {
        MessageDraft draft = MessageBody.draft(call.body());
        requireSupported(draft);
        Duration delay = switches.get(AnswerSwitch.VISIBILITY_DELAY);
        long fingerprint = delay.isZero()
                ? messages(call).send(call.sessionId(), draft).fingerprint()
                : sendLater(call, draft, delay);
        return Answer.dispatched(JsonText.of(Map.of("fingerprint", fingerprint)));
    }

    private long sendLater(Call call, MessageDraft draft, Duration delay) {
        Messages messages = messages(call);
        long fingerprint =
                draft.fingerprint() == null ? messages.freshFingerprint(call.sessionId()) : draft.fingerprint();
        messages.requireAcceptable(call.sessionId(), fingerprint);
        MessageDraft identified = draft.withFingerprint(fingerprint);
        later.run(delay, () -> sendIfStillPossible(messages, call.sessionId(), identified));
        return fingerprint;
    }

    private void requireSupported(MessageDraft draft) {
        if (draft.type().equals("note")) {
            new PlanGate(switches).needs(PlanFeature.NOTES);
        }
        boolean properties = draft.extra().containsKey("properties");
        if (properties && switches.get(AnswerSwitch.MESSAGE_PROPERTIES) == MessageProperties.REFUSE) {
            throw Refusal.invalid("data should NOT have additional properties");
        }
    }

    private static void sendIfStillPossible(Messages messages, String sessionId, MessageDraft draft) {
        try {
            messages.send(sessionId, draft);
        } catch (AbsentException | TakenException e) {
            // the conversation went, or the fingerprint was taken, between the 202 and now: nobody is left to be told
            return;
        }
    }

    private static Answer get(Call call) {
        return Answer.resolved(JsonText.of(Wire.message(message(call))));
    }

    private static Answer edit(Call call) {
        Object content = MessageContent.of(message(call).type(), call.body());
        messages(call).edit(call.sessionId(), call.fingerprint(), content);
        return Answer.updated();
    }

    private static Answer remove(Call call) {
        messages(call).remove(call.sessionId(), call.fingerprint());
        return Answer.deleted();
    }

    private static Message message(Call call) {
        return messages(call).get(call.sessionId(), call.fingerprint());
    }

    private static Messages messages(Call call) {
        return call.workspace().messages();
    }
}
