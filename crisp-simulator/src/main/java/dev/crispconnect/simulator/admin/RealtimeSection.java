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
import java.util.stream.Stream;

/** Who is connected to the realtime API, and what is to go wrong with it. */
record RealtimeSection(Realtime realtime) implements Section {

    private static final Map<String, Function<Input, EventFault>> FAULTS = faults();

    private static final String CUT_BETWEEN = "cut-between";

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
                        "of events: {\"fault\": \"<name>\", \"event\": \"message:send\", \"times\": <n>}, or always, or a "
                                + "rate with a seed; {\"fault\": \"cut-between\", \"after\": .., \"event\": ..}",
                        this::plan),
                new AdminRoute(
                        "POST",
                        "/realtime/strikes",
                        "of sockets: {\"fault\": \"cut\", \"socket\": \"<id>\"}",
                        this::strike),
                new AdminRoute(
                        "PUT",
                        "/realtime/doors",
                        "{\"connects\": \"bad-gateway\", \"authentications\": \"refused\"}; open when not given; "
                                + "connects for times or millis, if given",
                        this::doors),
                new AdminRoute("DELETE", "/realtime/faults", "nothing more goes wrong", call -> clear()));
    }

    private Object all() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put(
                "sockets",
                realtime.sockets().stream().map(RealtimeSection::described).toList());
        all.put("counts", Components.of(realtime.counts()));
        all.put("eventFaults", names());
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
        if (call.body().text("fault").equals(CUT_BETWEEN)) {
            Input body = call.body().only("fault", "after", "event");
            realtime.faults().cutBetween(EventNames.known(body.text("after")), EventNames.known(body.text("event")));
        } else {
            plan(call.body().only("fault", "event", "times", "always", "rate", "seed", "millis"));
        }
        return Map.of();
    }

    private void plan(Input body) {
        Function<Input, EventFault> reader = FAULTS.get(body.text("fault"));
        if (reader == null) {
            throw body.wrong("fault", "one of " + String.join(", ", names()));
        }
        if (Stream.of("times", "always", "rate").filter(body::has).count() > 1) {
            throw Refused.invalid("A fault of events has one of times, always and rate.");
        }
        EventFault fault = reader.apply(body);
        String event = body.optionalText("event").orElse(RealtimeFaults.ANY);
        String named = event.equals(RealtimeFaults.ANY) ? event : EventNames.known(event);
        if (body.has("rate")) {
            long seed = body.optionalLong("seed").orElse(1L);
            realtime.faults().rate(share(body), seed, named, fault);
        } else if (body.flag("always", false)) {
            realtime.faults().always(named, fault);
        } else {
            realtime.faults().times(body.count("times", 1), named, fault);
        }
    }

    private static double share(Input body) {
        double share = body.number("rate", 1);
        if (share < 0 || share > 1) {
            throw body.wrong("rate", "a share from 0 to 1");
        }
        return share;
    }

    private static List<String> names() {
        return Stream.concat(FAULTS.keySet().stream(), Stream.of(CUT_BETWEEN)).toList();
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
        Input body = call.body().only("connects", "authentications", "times", "millis");
        boolean refused =
                body.optionalWord("authentications", Authentications.class).orElse(Authentications.OPEN)
                        == Authentications.REFUSED;
        if (body.has("connects") || body.has("times") || body.has("millis")) {
            refuseConnects(body, body.word("connects", ConnectFault.class));
        } else {
            realtime.faults().acceptConnects();
        }
        realtime.faults().refuseAuthentication(refused);
        return Map.of();
    }

    private void refuseConnects(Input body, ConnectFault how) {
        if (body.has("times") && body.has("millis")) {
            throw Refused.invalid("Connects are refused either for times or for millis.");
        }
        if (body.has("millis")) {
            realtime.faults().refuseConnects(body.millis("millis"), how);
        } else {
            realtime.faults().refuseConnects(body.count("times", Integer.MAX_VALUE), how);
        }
    }

    private Object clear() {
        realtime.faults().clear();
        return all();
    }
}
