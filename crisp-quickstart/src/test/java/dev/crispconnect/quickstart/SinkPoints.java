package dev.crispconnect.quickstart;

import dev.crispconnect.simulator.fault.Target;
import java.util.List;

/** Where workers with a sink are killed. */
final class SinkPoints {
    private static final String CONVERSATION = "/website/{website_id}/conversation/{session_id}";
    private static final Target SEND = Target.route("POST", CONVERSATION + "/message");
    private static final Target LOOK_UP = Target.route("GET", CONVERSATION + "/message/{fingerprint}");
    private static final Target STATE = Target.route("PATCH", CONVERSATION + "/state");
    private static final Target META = Target.route("PATCH", CONVERSATION + "/meta");
    private static final Target PROFILE = Target.route("PATCH", "/website/{website_id}/people/profile/{people_id}");

    /** In the order in which they are gone through. */
    static final List<KillPoint> ALL = List.of(
            new KillPoint("when a message was received but not stored", scene -> scene.received(SEND, 12)),
            new KillPoint("when a message was stored but not answered", scene -> scene.executed(SEND, 12, 1)),
            new KillPoint("when a message is answered by half", scene -> scene.halfAnswered(SEND, 12)),
            new KillPoint("when messages of three lanes are not answered", scene -> scene.executed(SEND, 6, 3)),
            new KillPoint("during a look-up after a restart", scene -> scene.received(LOOK_UP, 4)),
            new KillPoint("when a look-up is answered by half", scene -> scene.halfAnswered(LOOK_UP, 4)),
            new KillPoint("between the note or segment and the state", scene -> scene.received(STATE, 3)),
            new KillPoint("when a state was set but not answered", scene -> scene.executed(STATE, 3, 1)),
            new KillPoint("between reading segments and writing them", scene -> scene.received(META, 1)),
            new KillPoint("when segments were written but not answered", scene -> scene.executed(META, 1, 1)),
            new KillPoint("when a profile was changed but not answered", scene -> scene.executed(PROFILE, 2, 1)),
            new KillPoint("when results have just reached the topic", scene -> scene.recordsIn("results", 15)),
            new KillPoint("right after offsets were committed", SinkPoints::offsetsCommitted),
            new KillPoint("when a rebalance has just taken partitions away", SinkPoints::partitionsTaken));

    private SinkPoints() {}

    private static Watch offsetsCommitted(Scene scene) {
        return new NumberMoved(
                () -> scene.kafka().committed(scene.consumerGroup()),
                1 + scene.chance().nextInt(2));
    }

    private static Watch partitionsTaken(Scene scene) {
        return new GroupJoined(
                scene.crisp(), scene.kafka().bootstrap(), scene.consumerGroup(), scene.name() + ".commands");
    }
}
