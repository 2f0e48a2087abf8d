package dev.crispconnect.source.record;

import dev.crispconnect.client.conversation.Conversation;
import dev.crispconnect.client.conversation.Message;
import dev.crispconnect.client.conversation.MessageContent;
import dev.crispconnect.client.conversation.Meta;
import dev.crispconnect.client.operator.Operator;
import dev.crispconnect.client.people.Geolocation;
import dev.crispconnect.client.people.Profile;
import dev.crispconnect.client.realtime.EventContent;
import dev.crispconnect.client.realtime.RealtimeEvent;
import dev.crispconnect.client.website.WebsiteSettings;
import dev.crispconnect.source.position.Unit;
import dev.crispconnect.source.position.UnitKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Values with every field set, and with as few as Crisp may send. */
final class Samples {

    static final String WEBSITE = "0d9c4f3e-6a1b-4c8e-9a53-0b6f2f1a7c11";
    static final String SESSION = "session_3f0c2a57-5a0d-4e0b-8d0e-5c1b7a9f1e10";

    static final Instant EARLY = Instant.parse("2026-03-01T12:00:00.123Z");
    static final Instant LATE = Instant.parse("2026-03-02T12:00:00.456Z");
    private static final Geolocation BERLIN =
            new Geolocation("DE", "BE", "Berlin", new Geolocation.Coordinates(52.52, 13.4));

    private Samples() {}

    static Conversation conversation() {
        return conversation(true);
    }

    static Conversation conversation(boolean online) {
        return new Conversation(
                WEBSITE,
                SESSION,
                "inbox",
                "people",
                "unresolved",
                1,
                true,
                false,
                online ? "online" : "offline",
                new Conversation.Activity(online, LATE),
                "The parcel",
                new Conversation.PreviewMessage("text", "user", "The parcel", 176000012012345L),
                "parcel",
                List.of(new Conversation.Verification("email", "link", "")),
                List.of(new Conversation.Participant("email", "lena@example.org")),
                List.of("operator"),
                new Conversation.Unread(1, 0),
                new Conversation.Assignment("operator"),
                meta(),
                EARLY,
                LATE,
                LATE);
    }

    static Conversation bareConversation() {
        return new Conversation(
                WEBSITE, SESSION, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null, null, null, null, null);
    }

    private static Meta meta() {
        return new Meta(
                "Ilse",
                "ilse@example.org",
                "",
                "",
                "Parcel 4711",
                "chat",
                "203.0.113.7",
                null,
                Map.of("order", "4711", "vip", "true"),
                List.of("shipping", "vip"),
                new Meta.Connection("Example Net", "AS64500"),
                new Meta.Device(
                        List.of("call"),
                        BERLIN,
                        new Meta.Software(
                                new Meta.Versioned("Linux", "6.1", null),
                                new Meta.Versioned("Gecko", "128.0", null),
                                new Meta.Versioned("Firefox", "128.0", "128"),
                                "Mozilla/5.0"),
                        -120,
                        List.of("de", "en")));
    }

    static List<Message> messages() {
        return List.of(
                message("text", new MessageContent.Text("Hello")),
                message("note", new MessageContent.Text("Called the carrier")),
                message("file", new MessageContent.File("i.pdf", "https://files.example.org/i.pdf", "application/pdf")),
                message("animation", new MessageContent.Animation("https://files.example.org/a.gif", "image/gif")),
                message("audio", new MessageContent.Audio("https://files.example.org/a.mp3", "audio/mpeg", 13.0)),
                message(
                        "picker",
                        new MessageContent.Picker(
                                "colour",
                                "Which?",
                                List.of(new MessageContent.Picker.Choice(
                                        "r", "icon", "Red", true, new MessageContent.Picker.ChoiceAction("link", "x"))),
                                true)),
                message("field", new MessageContent.Field("order", "Number?", "Eight digits", "", false)),
                message(
                        "carousel",
                        new MessageContent.Carousel(
                                "Boxes",
                                List.of(new MessageContent.Carousel.Card(
                                        "Small",
                                        "1 kg",
                                        "https://files.example.org/s.png",
                                        List.of(new MessageContent.Carousel.CardAction(
                                                "Buy", "https://shop.example.org")))))),
                message("event", new MessageContent.Event("state:resolved", null)),
                message("hologram", new MessageContent.Unknown()));
    }

    static Message message(String type, MessageContent content) {
        return message(type, content, "chat", EARLY);
    }

    static Message messageAt(Instant timestamp) {
        return message("text", new MessageContent.Text("Hello"), "chat", timestamp);
    }

    static Message messageFrom(String origin) {
        return message("text", new MessageContent.Text("Hello"), origin, EARLY);
    }

    private static Message message(String type, MessageContent content, String origin, Instant timestamp) {
        return new Message(
                WEBSITE,
                SESSION,
                176000012012345L,
                type,
                "user",
                origin,
                content,
                "{\"as\":\"sent\"}",
                List.of(new Message.LinkPreview("https://example.org", "Example", "Title", "Excerpt", "image")),
                List.of("operator"),
                "",
                "chat",
                true,
                false,
                false,
                true,
                timestamp,
                new Message.Author("website", SESSION, "Ilse", null),
                List.of(new Message.Reference("link", "Tracking", "https://track.example.org")),
                "original",
                Map.of("batch", "7"));
    }

    static Profile profile() {
        return new Profile(
                "7b1e0a4c-2f6d-4d59-8a3e-61c2d3f4a512",
                "ilse@example.org",
                new Profile.Person(
                        "Ilse",
                        null,
                        "female",
                        "",
                        "",
                        "",
                        "https://example.org",
                        -120,
                        List.of(new Profile.SocialProfile("x", "ilse", "https://x.example.org")),
                        new Profile.Employment("Example", "example.org", "Dr", "Head", "senior"),
                        BERLIN,
                        List.of("de")),
                new Profile.Company(
                        "Example",
                        "Example Ltd",
                        "example.org",
                        "https://example.org",
                        "",
                        0,
                        List.of("1"),
                        List.of("info@example.org"),
                        BERLIN,
                        new Profile.Metrics(12L, 1.5, 2.5, 3.5),
                        List.of("b2b")),
                List.of("vip"),
                "prefers mail",
                new Profile.Activity(true, LATE),
                0.7,
                EARLY,
                LATE);
    }

    static Operator operator(String firstName) {
        return operator(firstName, "c2a4b6d8-1357-4bdf-9ace-02468ace1357");
    }

    static Operator operator(String firstName, String userId) {
        return operator(firstName, userId, "online");
    }

    static Operator offlineOperator(String firstName) {
        return operator(firstName, "c2a4b6d8-1357-4bdf-9ace-02468ace1357", "offline");
    }

    private static Operator operator(String firstName, String userId, String availability) {
        return new Operator(
                "operator",
                userId,
                "mo@example.org",
                "https://files.example.org/mo.png",
                firstName,
                "Adler",
                "member",
                "Support",
                availability,
                true);
    }

    static Operator bareOperator() {
        return new Operator(null, "u", null, null, null, null, null, null, null, null);
    }

    static WebsiteSettings settings(String colour) {
        return new WebsiteSettings(
                WEBSITE,
                "Example Shop",
                "shop.example.org",
                List.of("www.shop.example.org"),
                "https://files.example.org/logo.png",
                Map.of("log", "true"),
                Map.of("phone", ""),
                Map.of("lock_removal", "false"),
                Map.of("rating", "true"),
                Map.of("color_theme", colour, "blocked_ips", "[]"));
    }

    static RealtimeEvent event() {
        return new RealtimeEvent(
                "session:set_state",
                WEBSITE,
                SESSION,
                new EventContent.ConversationTouched(),
                "{\"state\":\"resolved\"}");
    }

    static RealtimeEvent bareEvent() {
        return new RealtimeEvent("website:users:available", WEBSITE, null, new EventContent.Other(), null);
    }

    static Notice notice() {
        return new Notice(
                LATE, Notice.Kind.GAP_CLOSED, new UnitKey(WEBSITE, Unit.INBOX), Map.of("open_for_ms", "1200"));
    }

    static WebsiteSettings bareSettings() {
        return new WebsiteSettings(WEBSITE, null, null, null, null, null, null, null, null, null);
    }
}
