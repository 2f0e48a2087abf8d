package dev.crispconnect.simulator.admin;

import dev.crispconnect.simulator.workspace.Conversation;
import dev.crispconnect.simulator.workspace.Message;
import dev.crispconnect.simulator.workspace.MessageDraft;
import dev.crispconnect.simulator.workspace.Profile;
import dev.crispconnect.simulator.workspace.ProfileCard;
import dev.crispconnect.simulator.workspace.Side;
import dev.crispconnect.simulator.workspace.State;
import dev.crispconnect.simulator.workspace.Visitor;
import dev.crispconnect.simulator.workspace.Workspace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every action that can be asked for by name. A new one is one line here. */
final class KnownActions {

    private KnownActions() {}

    static List<AdminAction> all() {
        return List.of(
                AdminAction.of(
                        "visitor-arrives",
                        "nickname?, email?",
                        (site, in) -> told(site.visitorArrives(
                                in.optionalText("nickname").orElse("anonymous"),
                                in.optionalText("email").orElse("")))),
                AdminAction.of(
                        "visitor-writes",
                        "sessionId, text",
                        (site, in) -> told(site.visitorWrites(session(in), in.text("text")))),
                AdminAction.of(
                        "operator-answers",
                        "sessionId, text",
                        (site, in) -> told(site.operatorAnswers(session(in), in.text("text")))),
                AdminAction.of(
                        "visitor-comes-online",
                        "sessionId",
                        (site, in) -> done(() -> visitor(site, in).comesOnline())),
                AdminAction.of(
                        "visitor-goes-offline",
                        "sessionId",
                        (site, in) -> done(() -> visitor(site, in).goesOffline())),
                AdminAction.of(
                        "visitor-browses",
                        "sessionId, title, url, referrer?",
                        (site, in) -> done(() -> visitor(site, in)
                                .browses(
                                        in.text("title"),
                                        in.text("url"),
                                        in.optionalText("referrer").orElse(null)))),
                AdminAction.of(
                        "visitor-triggers",
                        "sessionId, text, data?, color?",
                        (site, in) -> done(() -> visitor(site, in)
                                .triggers(
                                        in.text("text"),
                                        in.object("data").map(Input::values).orElse(Map.of()),
                                        in.optionalText("color").orElse(null)))),
                AdminAction.of(
                        "visitor-uploads",
                        "sessionId, name, url, type",
                        (site, in) ->
                                told(visitor(site, in).uploads(in.text("name"), in.text("url"), in.text("type")))),
                AdminAction.of(
                        "visitor-gives-email",
                        "sessionId, email",
                        (site, in) -> done(() -> visitor(site, in).email(in.text("email")))),
                AdminAction.of(
                        "visitor-gives-nickname",
                        "sessionId, nickname",
                        (site, in) -> done(() -> visitor(site, in).nickname(in.text("nickname")))),
                AdminAction.of(
                        "visitor-gives-phone",
                        "sessionId, phone",
                        (site, in) -> done(() -> visitor(site, in).phone(in.text("phone")))),
                AdminAction.of(
                        "visitor-rates",
                        "sessionId, stars, comment?",
                        (site, in) -> done(() -> visitor(site, in)
                                .rates(
                                        in.whole("stars"),
                                        in.optionalText("comment").orElse("")))),
                AdminAction.of("send-message", "sessionId, from, type?, content, fingerprint?", KnownActions::send),
                AdminAction.of(
                        "edit-message",
                        "sessionId, fingerprint, content",
                        (site, in) -> told(site.messages().edit(session(in), fingerprint(in), in.any("content")))),
                AdminAction.of(
                        "remove-message",
                        "sessionId, fingerprint",
                        (site, in) -> done(() -> site.messages().remove(session(in), fingerprint(in)))),
                AdminAction.of(
                        "mark-read",
                        "sessionId, from, origin?",
                        (site, in) -> done(() -> site.messages()
                                .markRead(
                                        session(in),
                                        in.word("from", Side.class),
                                        in.optionalText("origin").orElse("chat"),
                                        List.of()))),
                AdminAction.of(
                        "set-state",
                        "sessionId, state",
                        (site, in) -> told(site.conversations().setState(session(in), in.word("state", State.class)))),
                AdminAction.of(
                        "assign",
                        "sessionId, userId?",
                        (site, in) -> told(site.conversations()
                                .assign(session(in), in.optionalText("userId").orElse(null)))),
                AdminAction.of(
                        "move-to-inbox",
                        "sessionId, inboxId?",
                        (site, in) -> told(site.conversations()
                                .moveToInbox(
                                        session(in), in.optionalText("inboxId").orElse(null)))),
                AdminAction.of(
                        "block",
                        "sessionId, blocked",
                        (site, in) -> told(site.conversations().block(session(in), in.flag("blocked")))),
                AdminAction.of(
                        "change-meta",
                        "sessionId, meta",
                        (site, in) -> told(site.conversations().changeMeta(session(in), object(in, "meta")))),
                AdminAction.of(
                        "bind-profile",
                        "sessionId, peopleId",
                        (site, in) -> told(site.conversations().bindProfile(session(in), in.text("peopleId")))),
                AdminAction.of(
                        "remove-conversation",
                        "sessionId",
                        (site, in) -> done(() -> site.conversations().remove(session(in)))),
                AdminAction.of(
                        "create-profile",
                        "email, nickname?",
                        (site, in) -> told(site.people()
                                .create(ProfileCard.of(
                                        in.text("email"),
                                        in.optionalText("nickname").orElse("anonymous"))))),
                AdminAction.of(
                        "change-profile-data",
                        "peopleId, data",
                        (site, in) -> told(site.people().patchData(in.text("peopleId"), object(in, "data")))),
                AdminAction.of(
                        "remove-profile",
                        "peopleId",
                        (site, in) -> done(() -> site.people().remove(in.text("peopleId")))));
    }

    private static Object send(Workspace site, Input in) {
        MessageDraft draft =
                MessageDraft.of(in.optionalText("type").orElse("text"), in.word("from", Side.class), in.any("content"));
        return told(site.messages()
                .send(
                        session(in),
                        in.optionalLong("fingerprint")
                                .map(draft::withFingerprint)
                                .orElse(draft)));
    }

    private static Visitor visitor(Workspace site, Input in) {
        return site.visitor(session(in));
    }

    private static String session(Input in) {
        return in.text("sessionId");
    }

    private static long fingerprint(Input in) {
        in.any("fingerprint");
        return in.optionalLong("fingerprint").orElseThrow();
    }

    private static Map<String, Object> object(Input in, String name) {
        in.any(name);
        return in.object(name).orElseThrow().values();
    }

    private static Object done(Runnable work) {
        work.run();
        return Map.of();
    }

    private static Object told(Conversation conversation) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("sessionId", conversation.sessionId());
        told.put("state", conversation.state().wire());
        told.put("updatedAt", conversation.updatedAt().toEpochMilli());
        return told;
    }

    private static Object told(Message message) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("sessionId", message.sessionId());
        told.put("fingerprint", message.fingerprint());
        told.put("timestamp", message.timestamp().toEpochMilli());
        return told;
    }

    private static Object told(Profile profile) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("peopleId", profile.peopleId());
        told.put("email", profile.email());
        return told;
    }
}
