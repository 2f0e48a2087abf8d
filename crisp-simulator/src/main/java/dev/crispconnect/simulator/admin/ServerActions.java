package dev.crispconnect.simulator.admin;

import static dev.crispconnect.simulator.admin.AdminAction.action;

import dev.crispconnect.simulator.workspace.ProfileCard;
import dev.crispconnect.simulator.workspace.Side;
import java.util.List;
import java.util.Map;

/** What happens to people and by Crisp's own doing. A new action is one line here. */
final class ServerActions {

    static final List<AdminAction> ALL = List.of(
            action(
                    "create-profile",
                    "email, nickname?",
                    (site, in) -> Told.of(site.people()
                            .create(ProfileCard.of(
                                    in.text("email"),
                                    in.optionalText("nickname").orElse("anonymous"))))),
            action(
                    "change-profile-data",
                    "peopleId, data",
                    (site, in) -> Told.of(site.people().patchData(in.text("peopleId"), in.map("data")))),
            action(
                    "remove-profile",
                    "peopleId",
                    (site, in) -> Told.nothingOf(() -> site.people().remove(in.text("peopleId")))),
            action(
                    "bind-profile",
                    "sessionId, peopleId",
                    (site, in) -> Told.of(site.bind(in.sessionId(), in.text("peopleId")))),
            action(
                    "sync-profile",
                    "sessionId, person",
                    (site, in) -> Told.of(site.syncProfile(in.sessionId(), in.map("person"), null))),
            action(
                    "notify-unread",
                    "sessionId, from",
                    (site, in) -> Told.nothingOf(
                            () -> site.marks().notifyUnread(in.sessionId(), in.word("from", Side.class)))),
            action(
                    "tell-visitors-count",
                    "",
                    (site, in) -> Told.nothingOf(() -> site.onlineVisitors().tellCount())),
            action(
                    "server-says",
                    "event, fields?",
                    (site, in) -> Told.nothingOf(() -> site.serverSays(
                            in.text("event"),
                            in.object("fields").map(Input::valuesWithNulls).orElse(Map.of())))),
            action(
                    "server-invents",
                    "event, fields?",
                    (site, in) -> Told.nothingOf(() -> site.serverInvents(
                            in.text("event"),
                            in.object("fields").map(Input::valuesWithNulls).orElse(Map.of())))));

    private ServerActions() {}
}
