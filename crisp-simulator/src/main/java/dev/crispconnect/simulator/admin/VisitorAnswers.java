package dev.crispconnect.simulator.admin;

import static dev.crispconnect.simulator.admin.AdminAction.action;

import java.util.List;
import java.util.Map;

/** What visitors, or their browsers, do when the team wants something of them. A new action is one line here. */
final class VisitorAnswers {

    static final List<AdminAction> ALL = List.of(
            action(
                    "visitor-rejects-browsing",
                    "sessionId, browsingId",
                    (site, in) -> Told.nothingOf(
                            () -> site.liveSessions().rejectBrowsing(in.sessionId(), in.text("browsingId")))),
            action(
                    "visitor-rejects-call",
                    "sessionId, callId",
                    (site, in) ->
                            Told.nothingOf(() -> site.liveSessions().rejectCall(in.sessionId(), in.text("callId")))),
            action(
                    "visitor-refuses-messages",
                    "sessionId, origin, type, reason",
                    (site, in) -> Told.nothingOf(() -> site.visitor(in.sessionId())
                            .chat()
                            .refuses(in.text("origin"), List.of(), in.text("type"), in.text("reason")))),
            action(
                    "visitor-fails",
                    "sessionId, type, value, previousValue",
                    (site, in) -> Told.nothingOf(() -> site.visitor(in.sessionId())
                            .fails(in.text("type"), in.text("value"), in.text("previousValue")))),
            action(
                    "visitor-token",
                    "sessionId",
                    (site, in) -> Map.of("token", site.onlineVisitors().tokenOf(in.sessionId()))));

    private VisitorAnswers() {}
}
