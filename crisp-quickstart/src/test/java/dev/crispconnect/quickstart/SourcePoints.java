package dev.crispconnect.quickstart;

import dev.crispconnect.simulator.fault.Target;
import java.util.List;

/** Where workers with a source are killed. */
final class SourcePoints {
    private static final Target PAGE = Target.route("GET", "/website/{website_id}/conversations/{page}");
    private static final Target CHANGES = PAGE.withPath("order_date_updated=1");
    private static final Target MESSAGES =
            Target.route("GET", "/website/{website_id}/conversation/{session_id}/messages");
    private static final Target FURTHER_MESSAGES = MESSAGES.withPath("timestamp_(before|after)=");
    private static final Target PEOPLE = Target.route("GET", "/website/{website_id}/people/profiles/{page}");

    /** In the order in which they are gone through: first those that need a past that is not read yet. */
    static final List<KillPoint> ALL = List.of(
            new KillPoint("before the first page of conversations is answered", scene -> scene.received(PAGE, 0)),
            new KillPoint("when half of a page of conversations is answered", scene -> scene.halfAnswered(PAGE, 1)),
            new KillPoint("behind a page, before any message", scene -> scene.received(MESSAGES, 0)),
            new KillPoint("amid the messages of the past", scene -> scene.received(MESSAGES, 8)),
            new KillPoint("between two pages of a conversation", scene -> scene.received(FURTHER_MESSAGES, 1)),
            new KillPoint("when half of a page of messages is answered", scene -> scene.halfAnswered(MESSAGES, 8)),
            new KillPoint("when messages have just reached the topic", scene -> scene.recordsIn("messages", 60)),
            new KillPoint("right after offsets were stored", SourcePoints::offsetsStored),
            new KillPoint("when conversations have just reached it", scene -> scene.recordsIn("conversations", 20)),
            new KillPoint("before a page of people is answered", scene -> scene.received(PEOPLE, 2)),
            new KillPoint("during a look at changes", scene -> scene.received(CHANGES, 3)),
            new KillPoint("between a look and its messages", scene -> scene.received(MESSAGES, 20)),
            new KillPoint("when people have just reached the topic", scene -> scene.recordsIn("people", 3)));

    private SourcePoints() {}

    private static Watch offsetsStored(Scene scene) {
        return new OffsetsMoved(
                () -> scene.kafka().ends(MortalWorkers.offsetsTopic(scene.name()), 1),
                1 + scene.chance().nextInt(3));
    }
}
