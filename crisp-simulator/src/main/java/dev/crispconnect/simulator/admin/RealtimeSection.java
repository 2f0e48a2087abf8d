package dev.crispconnect.simulator.admin;

import dev.crispconnect.simulator.realtime.ConnectFault;
import dev.crispconnect.simulator.realtime.EventFault;
import dev.crispconnect.simulator.realtime.Realtime;
import dev.crispconnect.simulator.realtime.RealtimeFaults;
import dev.crispconnect.simulator.realtime.SocketFault;
import dev.crispconnect.simulator.realtime.SocketView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Who is connected to the realtime API, and what is to go wrong with it. */
record RealtimeSection(Realtime realtime) implements Section {

    private static final Map<String, Function<Input, EventFault>> FAULTS = faults();

    private static Map<String, Function<Input, EventFault>> faults() {
        Map<String, Function<Input, EventFault>> faults = new LinkedHashMap<>();
        faults.put("drop", in -> new EventFault.Drop());
        faults.put("duplicate", in -> new EventFault.Duplicate());
        faults.put("hold-back", in -> new EventFault.HoldBack());
        faults.put("delay", in -> new EventFault.Delay(in.millis("millis")));
        faults.put("cut-after", in -> new EventFault.CutAfter());
        faults.put("cut-before", in -> new EventFault.CutBefore());
        return faults;
    }

    @Override
    public List<AdminRoute> routes() {
        return List.of(
                new AdminRoute("GET", "/realtime", "sockets, counts, and which faults there are", call -> all()),
                new AdminRoute(
                        "POST",
                        "/realtime/faults",
                        "of events: {\"fault\": \"<name>\", \"event\": \"message:send\", \"times\": <n>}",
                        this::plan),
                new AdminRoute(
                        "POST",
                        "/realtime/strikes",
                        "of sockets: {\"fault\": \"cut\", \"socket\": \"<id>\"}",
                        this::strike),
                new AdminRoute(
                        "PUT",
                        "/realtime/doors",
                        "{\"connects\": \"bad-gateway\", \"authentications\": \"refused\"}; open when not given",
                        this::doors),
                new AdminRoute("DELETE", "/realtime/faults", "nothing more goes wrong", call -> clear()));
    }

    private Object all() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put(
                "sockets",
                realtime.sockets().stream().map(RealtimeSection::described).toList());
        all.put("counts", Components.of(realtime.counts()));
        all.put("eventFaults", FAULTS.keySet());
        all.put("socketFaults", Words.all(SocketFault.class));
        all.put("connectFaults", Words.all(ConnectFault.class));
        return all;
    }

    private static Map<String, Object> described(SocketView socket) {
        Map<String, Object> described = Components.of(socket);
        described.put("since", socket.since().toString());
        return described;
    }

    private Object plan(AdminCall call) {
        Input body = call.body().only("fault", "event", "times", "always", "millis");
        Function<Input, EventFault> reader = FAULTS.get(body.text("fault"));
        if (reader == null) {
            throw body.wrong("fault", "one of " + String.join(", ", FAULTS.keySet()));
        }
        EventFault fault = reader.apply(body);
        String event = body.optionalText("event").orElse(RealtimeFaults.ANY);
        if (body.flag("always", false)) {
            realtime.faults().always(event, fault);
        } else {
            realtime.faults().times(body.count("times", 1), event, fault);
        }
        return Map.of();
    }

    private Object strike(AdminCall call) {
        Input body = call.body().only("fault", "socket");
        SocketFault fault = body.word("fault", SocketFault.class);
        body.optionalText("socket")
                .ifPresentOrElse(id -> realtime.faults().strike(connected(id), fault), () -> realtime.faults()
                        .strike(fault));
        return Map.of();
    }

    private String connected(String id) {
        List<String> ids = realtime.sockets().stream().map(SocketView::id).toList();
        if (!ids.contains(id)) {
            throw Refused.absent("socket", id, ids);
        }
        return id;
    }

    private enum Authentications {
        OPEN,
        REFUSED
    }

    private Object doors(AdminCall call) {
        Input body = call.body().only("connects", "authentications");
        boolean refused =
                body.optionalWord("authentications", Authentications.class).orElse(Authentications.OPEN)
                        == Authentications.REFUSED;
        body.optionalWord("connects", ConnectFault.class)
                .ifPresentOrElse(realtime.faults()::refuseConnects, realtime.faults()::acceptConnects);
        realtime.faults().refuseAuthentication(refused);
        return Map.of();
    }

    private Object clear() {
        realtime.faults().clear();
        return all();
    }
}
