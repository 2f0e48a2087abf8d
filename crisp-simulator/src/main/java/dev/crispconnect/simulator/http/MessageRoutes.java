package dev.crispconnect.simulator.http;

import dev.crispconnect.simulator.switches.AnswerSwitch;
import dev.crispconnect.simulator.switches.AnswerSwitch.AfterWindow;
import dev.crispconnect.simulator.switches.AnswerSwitch.Bound;
import dev.crispconnect.simulator.switches.AnswerSwitch.Partial;
import dev.crispconnect.simulator.switches.AnswerSwitch.PlanFeature;
import dev.crispconnect.simulator.switches.Switches;
import dev.crispconnect.simulator.workspace.AbsentException;
import dev.crispconnect.simulator.workspace.Message;
import dev.crispconnect.simulator.workspace.MessageDraft;
import dev.crispconnect.simulator.workspace.MessageWindow;
import dev.crispconnect.simulator.workspace.MessageWindow.Kind;
import dev.crispconnect.simulator.workspace.Messages;
import dev.crispconnect.simulator.workspace.Side;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Messages of a conversation (Crisp API reference, sections 3.8 to 3.10). */
final class MessageRoutes {

    private static final int BATCH = 40;
    private static final String CONVERSATION = "/website/{website_id}/conversation/{session_id}";
    private static final String ONE = CONVERSATION + "/message/{fingerprint}";

    private final Switches switches;
    private final Later later;

    MessageRoutes(Switches switches, Later later) {
        this.switches = switches;
        this.later = later;
    }

    List<Route> routes() {
        return List.of(
                Route.read("GET", CONVERSATION + "/messages", this::list),
                Route.write("POST", CONVERSATION + "/message", this::send),
                Route.read("GET", ONE, MessageRoutes::get),
                Route.write("PATCH", ONE, MessageRoutes::edit),
                Route.write("DELETE", ONE, MessageRoutes::remove),
                Route.write("PATCH", CONVERSATION + "/read", MessageRoutes::markRead));
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
        if (draft.type().equals("note")) {
            new PlanGate(switches).needs(PlanFeature.NOTES);
        }
        Messages messages = messages(call);
        long fingerprint =
                draft.fingerprint() == null ? messages.freshFingerprint(call.sessionId()) : draft.fingerprint();
        MessageDraft identified = draft.withFingerprint(fingerprint);
        if (switches.get(AnswerSwitch.VISIBILITY_DELAY).isZero()) {
            messages.send(call.sessionId(), identified);
        } else {
            messages.requireAcceptable(call.sessionId(), fingerprint);
            later.run(
                    switches.get(AnswerSwitch.VISIBILITY_DELAY),
                    () -> sendIfStillThere(messages, call.sessionId(), identified));
        }
        return Answer.dispatched(JsonText.of(Map.of("fingerprint", fingerprint)));
    }

    private static void sendIfStillThere(Messages messages, String sessionId, MessageDraft draft) {
        try {
            messages.send(sessionId, draft);
        } catch (AbsentException e) {
            // removed between the 202 and now: nobody is left to be told
            return;
        }
    }

    private static Answer get(Call call) {
        return Answer.resolved(JsonText.of(Wire.message(message(call))));
    }

    private static Answer edit(Call call) {
        Object content = MessageBody.content(message(call).type(), call.body());
        messages(call).edit(call.sessionId(), call.fingerprint(), content);
        return Answer.updated();
    }

    private static Answer remove(Call call) {
        messages(call).remove(call.sessionId(), call.fingerprint());
        return Answer.deleted();
    }

    private static Answer markRead(Call call) {
        Side from = call.body().choice("from", Side.ofWire(call.body().requiredText("from")));
        String origin = call.body().requiredText("origin");
        Set<Long> fingerprints = call.body().list("fingerprints").orElse(List.of()).stream()
                .map(MessageRoutes::fingerprint)
                .collect(Collectors.toSet());
        messages(call).markRead(call.sessionId(), from, origin, fingerprints);
        return Answer.dispatched(JsonText.of(Map.of()));
    }

    /** The reference's examples show fingerprints as strings, the types say numbers. */
    private static Long fingerprint(Object value) {
        try {
            return Long.valueOf(value.toString());
        } catch (NumberFormatException e) {
            throw Refusal.invalid("data.fingerprints[] should be integer", e);
        }
    }

    private static Message message(Call call) {
        return messages(call).get(call.sessionId(), call.fingerprint());
    }

    private static Messages messages(Call call) {
        return call.workspace().messages();
    }
}
