package dev.crispconnect.simulator.admin;

import dev.crispconnect.simulator.clock.SettableClock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;

/** What time it is, how long answers take, and a fresh start. */
record ClockSection(Simulated simulator) implements Section {

    private static final List<String> MOVES = List.of("frozen", "advance", "now", "running");

    @Override
    public List<AdminRoute> routes() {
        return List.of(
                new AdminRoute("GET", "/clock", "what time it is", call -> clock()),
                new AdminRoute(
                        "PUT",
                        "/clock",
                        "{\"frozen\": \"<time>\"}, {\"now\": \"<time>\"}, {\"advance\": \"<duration>\"} or "
                                + "{\"running\": true}",
                        this::move),
                new AdminRoute("GET", "/think-time", "how long every answer takes", call -> thinkTime()),
                new AdminRoute("PUT", "/think-time", "{\"millis\": <n>}", this::setThinkTime),
                new AdminRoute("POST", "/reset", "everything as at the start, nothing seeded", call -> reset()));
    }

    private Object clock() {
        SettableClock clock = simulator.clock();
        return Map.of("now", clock.instant().toString(), "frozen", clock.frozen());
    }

    private Object move(AdminCall call) {
        Input body = call.body().only(MOVES);
        if (body.values().size() != 1) {
            throw Refused.invalid("The clock takes one of " + String.join(", ", MOVES) + " at a time.");
        }
        SettableClock clock = simulator.clock();
        if (body.has("frozen")) {
            clock.freeze(instant(body, "frozen"));
        } else if (body.has("now")) {
            clock.run(instant(body, "now"));
        } else if (body.has("advance")) {
            clock.advance(duration(body));
        } else if (body.flag("running")) {
            clock.run();
        } else {
            clock.freeze(clock.instant());
        }
        return clock();
    }

    private static Instant instant(Input body, String name) {
        try {
            return Instant.parse(body.text(name));
        } catch (DateTimeParseException e) {
            throw Refused.invalid(
                    "The field " + name + " should be a time such as 2026-03-02T09:30:00Z, not " + body.text(name)
                            + ".",
                    e);
        }
    }

    private static Duration duration(Input body) {
        try {
            return Duration.parse(body.text("advance"));
        } catch (DateTimeException e) {
            throw Refused.invalid(
                    "The field advance should be a duration such as PT1H or -PT90S, not " + body.text("advance") + ".",
                    e);
        }
    }

    private Object thinkTime() {
        return Map.of("millis", simulator.thinkTime().toMillis());
    }

    private Object setThinkTime(AdminCall call) {
        simulator.thinkTime(call.body().only("millis").millis("millis"));
        return thinkTime();
    }

    private Object reset() {
        simulator.reset();
        return Map.of();
    }
}
