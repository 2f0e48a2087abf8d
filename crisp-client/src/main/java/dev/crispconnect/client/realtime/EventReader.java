package dev.crispconnect.client.realtime;

import dev.crispconnect.client.EventPayload;
import dev.crispconnect.client.conversation.Message;
import java.util.function.Function;

/** Reads events (Crisp API reference, section 5.7). Pure; never throws, whatever came. */
final class EventReader {

    private EventReader() {}

    /** @param json the payload; null when there was none */
    static RealtimeEvent read(String name, String json) {
        EventPayload payload = EventPayload.of(json == null ? "" : json);
        return new RealtimeEvent(
                name, payload.text("website_id"), payload.text("session_id"), content(name, payload), json);
    }

    /** Why the token was refused, of the argument that says so; null when it does not tell. */
    static String message(String json) {
        return EventPayload.of(json == null ? "" : json).text("message");
    }

    private static EventContent content(String name, EventPayload payload) {
        return switch (name) {
            case "message:send" -> message(payload, EventContent.MessageSent::new);
            case "message:received" -> message(payload, EventContent.MessageReceived::new);
            case "message:updated" ->
                fingerprint(payload, value -> new EventContent.MessageUpdated(value, payload.json("content")));
            case "message:removed" -> fingerprint(payload, EventContent.MessageRemoved::new);
            case "message:acknowledge:read:send", "message:acknowledge:read:received" ->
                session(payload, new EventContent.MessagesRead(payload.wholeNumbers("fingerprints")));
            case "session:removed" -> session(payload, new EventContent.ConversationRemoved());
            case "people:profile:removed" -> profile(payload, EventContent.ProfileRemoved::new);
            case "people:profile:created", "people:profile:updated", "people:bind:session", "people:sync:profile" ->
                profile(payload, EventContent.ProfileTouched::new);
            case EventNames.SUBSCRIPTION_UPDATED ->
                payload.text("website_id") == null
                        ? lacks("website_id")
                        : new EventContent.SubscriptionUpdated(payload.flag("bound"));
            default ->
                name.startsWith("session:")
                        ? session(payload, new EventContent.ConversationTouched())
                        : new EventContent.Other();
        };
    }

    private static EventContent message(EventPayload payload, Function<Message, EventContent> maker) {
        Message message = payload.message();
        return message == null ? lacks("an id of the message") : maker.apply(message);
    }

    private static EventContent fingerprint(EventPayload payload, Function<Long, EventContent> maker) {
        Long fingerprint = payload.wholeNumber("fingerprint");
        return fingerprint == null ? lacks("fingerprint") : session(payload, maker.apply(fingerprint));
    }

    private static EventContent session(EventPayload payload, EventContent content) {
        boolean identified = payload.text("website_id") != null && payload.text("session_id") != null;
        return identified ? content : lacks("website_id or session_id");
    }

    private static EventContent profile(EventPayload payload, Function<String, EventContent> maker) {
        String peopleId = payload.text("people_id");
        return peopleId == null || payload.text("website_id") == null
                ? lacks("website_id or people_id")
                : maker.apply(peopleId);
    }

    private static EventContent lacks(String what) {
        return new EventContent.Malformed("it lacks " + what);
    }
}
