package dev.crispconnect.simulator.workspace;

import dev.crispconnect.simulator.switches.WorkspaceSwitch.Change;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The visitor of one conversation and what only they, their browser or Crisp's servers can do (Crisp API reference, sections
 * 3.5, 4.2 and 5.7). Every method throws {@link AbsentException} when the conversation is gone. What changes nothing is not
 * told as an event. Thread-safe.
 */
public final class Visitor {

    private final String sessionId;
    private final ConversationStore store;
    private final Conversations conversations;
    private final VisitorChat chat;
    private final SessionEvents events;

    Visitor(
            String sessionId,
            ConversationStore store,
            Conversations conversations,
            VisitorChat chat,
            SessionEvents events) {
        this.sessionId = sessionId;
        this.store = store;
        this.conversations = conversations;
        this.chat = chat;
        this.events = events;
    }

    /** What they do in the chat. */
    public VisitorChat chat() {
        return chat;
    }

    /** Opens the website in a browser. */
    public void comesOnline() {
        presence(true);
    }

    /** Leaves. */
    public void goesOffline() {
        presence(false);
    }

    /**
     * Looks at a page.
     *
     * @param referrer where they came from; null when unknown
     */
    public void browses(String title, String url, String referrer) {
        seen(conversation -> {
            PageView page = new PageView(title, url, referrer, store.now());
            conversation.aside().pages.add(page);
            events.publish("session:sync:pages", conversation, "pages", List.of(page.wire()));
        });
    }

    /**
     * Does something the website wants to be known.
     *
     * @param data what belongs to it; flat
     * @param color null for none
     */
    public void triggers(String text, Map<String, Object> data, String color) {
        seen(conversation -> {
            VisitorEvent event = new VisitorEvent(text, data, color, store.now());
            conversation.aside().events.add(event);
            events.publish("session:sync:events", conversation, "events", List.of(event.wire()));
        });
    }

    /** Tells their name. */
    public void nickname(String nickname) {
        meta("nickname", nickname);
    }

    /** Tells their e-mail address. */
    public void email(String email) {
        meta("email", email);
    }

    /** Tells their telephone number. */
    public void phone(String phone) {
        meta("phone", phone);
    }

    /** Tells what it is about. */
    public void subject(String subject) {
        meta("subject", subject);
    }

    /** Can do this: {@code browsing}, {@code call}. */
    public void capabilities(List<String> capabilities) {
        device("capabilities", capabilities);
    }

    /** Is somewhere, by the names of section 4.2. */
    public void geolocation(Map<String, Object> geolocation) {
        device("geolocation", geolocation);
    }

    /** Uses this operating system and browser, by the names of section 4.2. */
    public void system(Map<String, Object> system) {
        device("system", system);
    }

    /** Is in a time zone: minutes, negative east of UTC. */
    public void timezone(int minutes) {
        device("timezone", minutes);
    }

    /** Reads these languages. */
    public void locales(List<String> locales) {
        device("locales", locales);
    }

    /** Comes from an address. */
    public void network(String ip, String isp, String asn) {
        conversations.changeMeta(sessionId, Map.of("ip", ip, "connection", Map.of("isp", isp, "asn", asn)));
    }

    /**
     * Rates the conversation. No field of it tells.
     *
     * @param stars 1 to 5
     */
    public void rates(int stars, String comment) {
        tell("session:sync:rating", Map.of("rating", Map.of("stars", stars, "comment", comment)));
    }

    /**
     * Tried to set something that was refused. No field of the conversation tells.
     *
     * @param type what was to be set, such as {@code email}
     * @param previousValue what it stays
     */
    public void fails(String type, String value, String previousValue) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("type", type);
        fields.put("value", value);
        fields.put("previous_value", previousValue);
        tell("session:error", fields);
    }

    private void presence(boolean online) {
        store.change(sessionId, Change.PRESENCE, conversation -> {
            boolean changes = conversation.online != online;
            conversation.online = online;
            conversation.lastActive = store.now();
            if (changes) {
                String availability = online ? "online" : "offline";
                events.publish("session:update_availability", conversation, "availability", availability);
            }
            return true;
        });
    }

    private void seen(Consumer<StoredConversation> work) {
        store.change(sessionId, Change.PRESENCE, conversation -> {
            conversation.lastActive = store.now();
            work.accept(conversation);
            return true;
        });
    }

    private void tell(String event, Map<String, Object> fields) {
        synchronized (store) {
            events.publish(event, store.read(sessionId), fields);
        }
    }

    private void meta(String field, String value) {
        conversations.changeMeta(sessionId, Map.of(field, value));
    }

    private void device(String field, Object value) {
        synchronized (store) {
            Map<String, Object> device = new LinkedHashMap<>();
            ((Map<?, ?>) conversations.get(sessionId).meta().getOrDefault("device", Map.of()))
                    .forEach((key, old) -> device.put((String) key, old));
            device.put(field, value);
            conversations.changeMeta(sessionId, Map.of("device", device));
        }
    }
}
