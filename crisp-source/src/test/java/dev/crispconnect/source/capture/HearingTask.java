package dev.crispconnect.source.capture;

import dev.crispconnect.client.FakeCrisp;
import dev.crispconnect.client.Tier;
import dev.crispconnect.client.metrics.RecordingExposure;
import dev.crispconnect.client.metrics.TaskMetrics;
import dev.crispconnect.client.realtime.EventContent;
import dev.crispconnect.client.realtime.RealtimeEvent;
import dev.crispconnect.client.time.ManualTime;
import dev.crispconnect.source.capture.CaptureSettings.Mode;
import java.time.Duration;
import java.util.List;

/** A task that hears, of a Crisp played by hand, on a clock moved by hand. */
final class HearingTask {

    static final String ENDPOINTS = "{\"socket\":{\"app\":\"wss://app.example.org/p/1/\"}}";
    static final int ROOM = 5;
    static final Duration FALLBACK = Duration.ofMinutes(2);
    static final Duration BIND = Duration.ofMinutes(5);

    final ManualTime time = new ManualTime();
    final FakeCrisp crisp = new FakeCrisp();
    final FakeRealtime realtime = new FakeRealtime();
    final RecordingEar ear = new RecordingEar();
    final RecordingExposure exposure = new RecordingExposure();
    final Capture capture;

    HearingTask() {
        this(Tier.PLUGIN);
    }

    HearingTask(Tier tier) {
        crisp.script(call -> call.answer(200, ENDPOINTS));
        CaptureTools tools =
                new CaptureTools(crisp, realtime, time, new CaptureMetrics(new TaskMetrics(exposure), time));
        capture = Capture.realtime(
                new CaptureSettings(Mode.REALTIME, FALLBACK, ROOM, BIND),
                new Wanted(tier, List.of("w2", "w1"), List.of("message:send")),
                tools,
                ear);
    }

    static RealtimeEvent event(String session) {
        return new RealtimeEvent("session:set_state", "w1", session, new EventContent.ConversationTouched(), "{}");
    }

    /** Turns until nothing is due, and tells for how long. */
    Duration settle() throws InterruptedException {
        Duration idle = capture.turn();
        while (idle.isZero()) {
            idle = capture.turn();
        }
        return idle;
    }

    /** Lets so much time pass, turning whenever something is due. */
    void pass(Duration span) throws InterruptedException {
        Duration left = span;
        Duration idle = settle();
        while (idle.compareTo(left) <= 0) {
            time.advance(idle);
            left = left.minus(idle);
            idle = settle();
        }
        time.advance(left);
        settle();
    }

    /** Connects, and Crisp accepts. */
    FakeRealtime.FakeConnection connected() throws InterruptedException {
        int before = realtime.connections().size();
        for (Duration idle = settle(); realtime.connections().size() == before; idle = settle()) {
            time.advance(idle);
        }
        realtime.last().accept();
        settle();
        return realtime.last();
    }
}
