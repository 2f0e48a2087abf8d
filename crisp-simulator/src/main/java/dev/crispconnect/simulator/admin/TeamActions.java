package dev.crispconnect.simulator.admin;

import static dev.crispconnect.simulator.admin.AdminAction.action;

import dev.crispconnect.simulator.workspace.Availability;
import dev.crispconnect.simulator.workspace.MessageDraft;
import dev.crispconnect.simulator.workspace.Side;
import dev.crispconnect.simulator.workspace.State;
import dev.crispconnect.simulator.workspace.Workspace;
import java.util.List;

/** What operators do in Crisp's app, and what may be done to a conversation by either side. A new action is one line here. */
final class TeamActions {

    static final List<AdminAction> ALL = List.of(
            action(
                    "operator-answers",
                    "sessionId, text",
                    (site, in) -> Told.of(site.operatorAnswers(in.sessionId(), in.text("text")))),
            action(
                    "operator-notes",
                    "sessionId, text",
                    (site, in) -> Told.of(site.operatorChat(in.sessionId()).notes(in.text("text")))),
            action(
                    "operator-types",
                    "sessionId, excerpt",
                    (site, in) -> Told.nothingOf(
                            () -> site.operatorChat(in.sessionId()).types(in.text("excerpt")))),
            action(
                    "operator-reads",
                    "sessionId",
                    (site, in) -> Told.nothingOf(
                            () -> site.operatorChat(in.sessionId()).reads())),
            action(
                    "operator-availability",
                    "userId, availability",
                    (site, in) -> Told.nothingOf(() -> site.operators()
                            .setAvailability(in.text("userId"), in.word("availability", Availability.class)))),
            action("send-message", "sessionId, from, type?, content, fingerprint?", TeamActions::send),
            action(
                    "edit-message",
                    "sessionId, fingerprint, content",
                    (site, in) -> Told.of(
                            site.messages().edit(in.sessionId(), in.wholeLong("fingerprint"), in.any("content")))),
            action(
                    "remove-message",
                    "sessionId, fingerprint",
                    (site, in) ->
                            Told.nothingOf(() -> site.messages().remove(in.sessionId(), in.wholeLong("fingerprint")))),
            action("mark-read", "sessionId, from, origin?", TeamActions::markRead),
            action(
                    "set-state",
                    "sessionId, state",
                    (site, in) ->
                            Told.of(site.conversations().setState(in.sessionId(), in.word("state", State.class)))),
            action(
                    "assign",
                    "sessionId, userId?",
                    (site, in) -> Told.of(site.conversations()
                            .assign(in.sessionId(), in.optionalText("userId").orElse(null)))),
            action(
                    "move-to-inbox",
                    "sessionId, inboxId?",
                    (site, in) -> Told.of(site.conversations()
                            .moveToInbox(
                                    in.sessionId(), in.optionalText("inboxId").orElse(null)))),
            action(
                    "block",
                    "sessionId, blocked",
                    (site, in) -> Told.of(site.conversations().block(in.sessionId(), in.flag("blocked")))),
            action(
                    "set-topic",
                    "sessionId, topic",
                    (site, in) -> Told.of(site.conversations().setTopic(in.sessionId(), in.text("topic")))),
            action(
                    "change-meta",
                    "sessionId, meta",
                    (site, in) -> Told.of(site.conversations().changeMeta(in.sessionId(), in.map("meta")))),
            action(
                    "remove-conversation",
                    "sessionId",
                    (site, in) -> Told.nothingOf(() -> site.conversations().remove(in.sessionId()))));

    private TeamActions() {}

    private static Object send(Workspace site, Input in) {
        MessageDraft draft =
                MessageDraft.of(in.optionalText("type").orElse("text"), in.word("from", Side.class), in.any("content"));
        MessageDraft identified = in.has("fingerprint") ? draft.withFingerprint(in.wholeLong("fingerprint")) : draft;
        return Told.of(site.messages().send(in.sessionId(), identified));
    }

    private static Object markRead(Workspace site, Input in) {
        String origin = in.optionalText("origin").orElse("chat");
        return Told.nothingOf(() -> site.marks().read(in.sessionId(), in.word("from", Side.class), origin, List.of()));
    }
}
