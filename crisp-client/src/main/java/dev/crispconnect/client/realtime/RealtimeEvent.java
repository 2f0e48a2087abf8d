package dev.crispconnect.client.realtime;

/**
 * Something that happened (Crisp API reference, section 5.7).
 *
 * @param name such as {@code message:send}
 * @param websiteId null for the few events that have none
 * @param sessionId the conversation; null when it is about none
 * @param content what it means to those who follow conversations and contacts
 * @param json the payload exactly as it came, as JSON text; null when there was none
 */
public record RealtimeEvent(String name, String websiteId, String sessionId, EventContent content, String json) {

    /** Shows what kind of event it is and where, never what was said nor by whom. */
    @Override
    public String toString() {
        return "RealtimeEvent[" + content.getClass().getSimpleName() + " " + sessionId + "]";
    }
}
