package dev.crispconnect.quickstart;

import dev.crispconnect.simulator.fault.Target;
import dev.crispconnect.simulator.realtime.RealtimeCounts;
import java.util.List;
import java.util.stream.Stream;

/** Where workers with a source are killed. */
final class SourcePoints {
    private static final Target PAGE = Target.route("GET", "/website/{website_id}/conversations/{page}");
    private static final Target CHANGES = PAGE.withPath("order_date_updated=1");
    private static final Target MESSAGES =
            Target.route("GET", "/website/{website_id}/conversation/{session_id}/messages");
    private static final Target FURTHER_MESSAGES = MESSAGES.withPath("timestamp_(before|after)=");
    private static final Target PEOPLE = Target.route("GET", "/website/{website_id}/people/profiles/{page}");
    private static final Target ENDPOINTS = Target.route("GET", "/website/{website_id}/connect/endpoints");
    private static final String WRITTEN = "message:send";
    private static final String[] ALL_MESSAGES = {WRITTEN, "message:received"};
    private static final String EDITED = "message:updated";
    private static final String REMOVED = "message:removed";

    /** Those that need a past that is not read yet. */
    private static final List<KillPoint> PAST = List.of(
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

    private static final List<KillPoint> HEARING = List.of(
            new KillPoint("when it has asked where to connect", scene -> scene.received(ENDPOINTS, 1)),
            new KillPoint("right after the upgrade", SourcePoints::upgraded),
            new KillPoint(
                    "between the authentication and the first look", scene -> new Connected(scene.crisp(), WRITTEN)),
            new KillPoint("when it catches up by the list", scene -> scene.received(CHANGES, 0)),
            new KillPoint("when it catches up on messages", scene -> scene.received(MESSAGES, 3)),
            new KillPoint("while events are held", scene -> heldUp(scene, 20, ALL_MESSAGES)),
            new KillPoint("while an edit is held", scene -> heldUp(scene, 2, EDITED)),
            new KillPoint("while a removal is held", scene -> heldUp(scene, 1, REMOVED)),
            new KillPoint("when a message was just told", scene -> scene.told(100, ALL_MESSAGES)),
            new KillPoint("when an edit was just told", scene -> scene.told(8, EDITED)),
            new KillPoint("when the removal of a message was just told", scene -> scene.told(5, REMOVED)),
            new KillPoint("when that of a conversation was just told", scene -> scene.told(2, "session:removed")),
            new KillPoint("during a look on account of what was told", scene -> scene.receivedAfter(CHANGES, 2, 6)),
            new KillPoint("during such a look at people", scene -> scene.receivedAfter(PEOPLE, 2, 4)),
            new KillPoint("right after a cut and another connection", scene -> scene.reconnected(WRITTEN)),
            new KillPoint(
                    "when it catches up after a cut",
                    scene -> new Sequel(scene.reconnected(WRITTEN), () -> scene.received(CHANGES, 0))));

    /** In the order in which they are gone through. */
    static final List<KillPoint> REALTIME =
            Stream.concat(PAST.stream(), HEARING.stream()).toList();

    /** The same for a worker that hears nothing. */
    static final List<KillPoint> POLLING = PAST;

    private SourcePoints() {}

    private static Watch offsetsStored(Scene scene) {
        return new NumberMoved(
                () -> scene.kafka().ends(MortalWorkers.offsetsTopic(scene.name()), 1),
                1 + scene.chance().nextInt(3));
    }

    private static Watch upgraded(Scene scene) {
        return new NumberGrown(
                () -> counts(scene).connects(), 1 + scene.chance().nextInt(2));
    }

    private static RealtimeCounts counts(Scene scene) {
        return scene.crisp().realtime().counts();
    }

    /** The look that comes first is not answered, and meanwhile this is told. */
    private static Watch heldUp(Scene scene, int most, String... events) {
        return new Sequel(scene.received(CHANGES, 0), () -> scene.told(most, events));
    }
}
