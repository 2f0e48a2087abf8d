package dev.crispconnect.client.website;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a workspace is set up (Crisp API reference, section 4.8). Every field but the id may be null; lists and groups are
 * never null. A group holds whatever settings Crisp sent, by their names: new ones come without notice, there is no event
 * and no time of change, so whoever looks for changes must see them all. Numbers and booleans are their text, lists are
 * JSON text, and what is null is left out.
 *
 * @param audit such as {@code log}
 * @param contact such as {@code phone} and {@code telegram}
 * @param inbox such as {@code lock_removal}
 * @param emails such as {@code transcript}
 * @param chatbox such as {@code color_theme} and {@code blocked_ips}
 */
public record WebsiteSettings(
        String websiteId,
        String name,
        String domain,
        List<String> domainAlternates,
        String logo,
        Map<String, String> audit,
        Map<String, String> contact,
        Map<String, String> inbox,
        Map<String, String> emails,
        Map<String, String> chatbox) {

    public WebsiteSettings {
        domainAlternates = domainAlternates == null ? List.of() : List.copyOf(domainAlternates);
        audit = copy(audit);
        contact = copy(contact);
        inbox = copy(inbox);
        emails = copy(emails);
        chatbox = copy(chatbox);
    }

    private static Map<String, String> copy(Map<String, String> group) {
        return group == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(group));
    }

    /** Shows whose settings they are. */
    @Override
    public String toString() {
        return "WebsiteSettings[" + websiteId + "]";
    }
}
