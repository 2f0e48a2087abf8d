package dev.crispconnect.simulator.admin;

import static dev.crispconnect.simulator.admin.AdminAction.action;

import dev.crispconnect.simulator.workspace.Visitor;
import dev.crispconnect.simulator.workspace.Workspace;
import java.util.List;
import java.util.Map;

/** What visitors do. A new action is one line here. */
final class VisitorActions {

    static final List<AdminAction> ALL = List.of(
            action("visitor-arrives", "nickname?, email?", VisitorActions::arrive),
            action(
                    "visitor-writes",
                    "sessionId, text",
                    (site, in) -> Told.of(site.visitorWrites(in.sessionId(), in.text("text")))),
            action(
                    "visitor-types",
                    "sessionId, excerpt",
                    (site, in) -> Told.nothingOf(() -> visitor(site, in).chat().types(in.text("excerpt")))),
            action(
                    "visitor-reads",
                    "sessionId",
                    (site, in) -> Told.nothingOf(() -> visitor(site, in).chat().reads())),
            action(
                    "visitor-picks",
                    "sessionId, fingerprint, choices",
                    (site, in) -> Told.of(visitor(site, in)
                            .chat()
                            .picks(
                                    in.wholeLong("fingerprint"),
                                    in.texts("choices").toArray(String[]::new)))),
            action(
                    "visitor-fills",
                    "sessionId, fingerprint, value",
                    (site, in) ->
                            Told.of(visitor(site, in).chat().fills(in.wholeLong("fingerprint"), in.text("value")))),
            action(
                    "visitor-uploads",
                    "sessionId, name, url, type",
                    (site, in) -> Told.of(
                            visitor(site, in).chat().uploads(in.text("name"), in.text("url"), in.text("type")))),
            action(
                    "visitor-comes-online",
                    "sessionId",
                    (site, in) -> Told.nothingOf(() -> visitor(site, in).comesOnline())),
            action(
                    "visitor-goes-offline",
                    "sessionId",
                    (site, in) -> Told.nothingOf(() -> visitor(site, in).goesOffline())),
            action("visitor-browses", "sessionId, title, url, referrer?", VisitorActions::browse),
            action("visitor-triggers", "sessionId, text, data?, color?", VisitorActions::trigger),
            action(
                    "visitor-gives-nickname",
                    "sessionId, nickname",
                    (site, in) -> Told.nothingOf(() -> visitor(site, in).nickname(in.text("nickname")))),
            action(
                    "visitor-gives-email",
                    "sessionId, email",
                    (site, in) -> Told.nothingOf(() -> visitor(site, in).email(in.text("email")))),
            action(
                    "visitor-gives-phone",
                    "sessionId, phone",
                    (site, in) -> Told.nothingOf(() -> visitor(site, in).phone(in.text("phone")))),
            action(
                    "visitor-rates",
                    "sessionId, stars, comment?",
                    (site, in) -> Told.nothingOf(() -> visitor(site, in)
                            .rates(in.whole("stars"), in.optionalText("comment").orElse("")))));

    private VisitorActions() {}

    private static Object arrive(Workspace site, Input in) {
        return Told.of(site.visitorArrives(
                in.optionalText("nickname").orElse("anonymous"),
                in.optionalText("email").orElse("")));
    }

    private static Object browse(Workspace site, Input in) {
        String referrer = in.optionalText("referrer").orElse(null);
        return Told.nothingOf(() -> visitor(site, in).browses(in.text("title"), in.text("url"), referrer));
    }

    private static Object trigger(Workspace site, Input in) {
        Map<String, Object> data = in.object("data").map(Input::values).orElse(Map.of());
        String color = in.optionalText("color").orElse(null);
        return Told.nothingOf(() -> visitor(site, in).triggers(in.text("text"), data, color));
    }

    private static Visitor visitor(Workspace site, Input in) {
        return site.visitor(in.sessionId());
    }
}
