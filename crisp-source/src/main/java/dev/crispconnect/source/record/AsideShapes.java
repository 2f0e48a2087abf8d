package dev.crispconnect.source.record;

import dev.crispconnect.source.position.UnitKey;
import java.time.Instant;

/** What is emitted beside conversations, contacts and directories: raw events, notices, heartbeats. */
final class AsideShapes {

    static final Shape<EventKey> EVENT_KEY = Shape.<EventKey>named("EventKey", "What an event is about.")
            .id("website_id", EventKey::websiteId, "Workspace.")
            .text("session_id", EventKey::sessionId, "Conversation; null when it is about none.")
            .build();

    static final Shape<Event> EVENT = Shape.<Event>named("Event", "An event as Crisp told it.")
            .id("website_id", Event::websiteId, "Workspace.")
            .text("session_id", Event::sessionId, "Conversation; null when it is about none.")
            .id("name", Event::name, "What happened, such as session:set_state.")
            .time("received_at", Event::receivedAt, "When the connector took it up, by the worker's clock.")
            .text("payload", Event::payload, "What came with it, as JSON text.")
            .build();

    static final Shape<UnitKey> UNIT_KEY = Shape.<UnitKey>named("UnitKey", "Identity of a unit.")
            .id("website_id", UnitKey::websiteId, "Workspace.")
            .id("unit", key -> key.unit().wire(), "inbox, people, directory or events.")
            .build();

    static final Shape<Notice> NOTICE = Shape.<Notice>named("Notice", "Something that the source came upon.")
            .time("at", Notice::at, "When, by the worker's clock.")
            .id("kind", notice -> notice.kind().wire(), "What, such as gap_opened.")
            .id("website_id", notice -> notice.unit().websiteId(), "Workspace.")
            .id("unit", notice -> notice.unit().unit().wire(), "inbox, people, directory or events.")
            .textMap("detail", Notice::detail, "More, by the kind.")
            .build();

    static final Shape<Heartbeat> HEARTBEAT = Shape.<Heartbeat>named(
                    "Heartbeat", "A unit is alive and has had no news.")
            .time("at", Heartbeat::at, "When, by the worker's clock.")
            .id("website_id", beat -> beat.unit().websiteId(), "Workspace.")
            .id("unit", beat -> beat.unit().unit().wire(), "inbox, people, directory or events.")
            .time(
                    "watermark",
                    Heartbeat::watermark,
                    "Every change up to this time of Crisp's has been emitted; null for units without such a time.")
            .build();

    private AsideShapes() {}

    record EventKey(String websiteId, String sessionId) {}

    record Event(String websiteId, String sessionId, String name, Instant receivedAt, String payload) {}
}
