package dev.crispconnect.simulator.workspace;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The settings of a website by the names on the wire (Crisp API reference, section 4.8). No event tells that they changed,
 * and they have no time of their own. Thread-safe: guarded by this object.
 */
public final class WebsiteSettings {

    private static final List<String> CHATBOX_ON = List.of(
            "conversations",
            "website_logo",
            "last_operator_face",
            "ongoing_operator_face",
            "activity_metrics",
            "availability_tooltip",
            "email_visitors",
            "visitor_compose",
            "file_transfer",
            "helpdesk_link");
    private static final List<String> CHATBOX_OFF = List.of(
            "wait_game",
            "operator_privacy",
            "visitor_privacy",
            "hide_vacation",
            "hide_on_away",
            "hide_on_mobile",
            "position_reverse",
            "phone_visitors",
            "force_identify",
            "ignore_privacy",
            "audio_record",
            "home",
            "overlay_search",
            "overlay_mode",
            "helpdesk_only",
            "status_health_dead",
            "check_domain");
    private static final List<String> CHATBOX_TEXTS = List.of(
            "guard_level",
            "mode_initial",
            "helpdesk_navigate",
            "color_mode",
            "layout_theme",
            "text_theme",
            "welcome_message",
            "locale");
    private static final List<String> CHATBOX_LISTS =
            List.of("allowed_pages", "blocked_pages", "blocked_countries", "blocked_locales", "blocked_ips");
    private static final List<String> CONTACT_TEXTS =
            List.of("email", "phone", "messenger", "telegram", "twitter", "whatsapp", "instagram");

    /** Those of a new website: every field there is, with a value of its type. */
    public static final Map<String, Object> INITIAL = Json.frozen(initial());

    private final String websiteId;
    private final Changes changes;
    private Map<String, Object> values = INITIAL;
    private Instant removalAskedAt;

    WebsiteSettings(String websiteId, Changes changes) {
        this.websiteId = websiteId;
        this.changes = changes;
    }

    /** All of them, {@code website_id} first. */
    public synchronized Map<String, Object> all() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("website_id", websiteId);
        all.putAll(values);
        return all;
    }

    /** Changes what {@code patch} names: groups are merged, texts, flags and lists replaced. */
    public synchronized void change(Map<String, Object> patch) {
        Map<String, Object> before = values;
        values = Json.merged(before, patch);
        if (!values.equals(before)) {
            changes.made();
        }
    }

    /** The name. */
    public synchronized String name() {
        return (String) values.get("name");
    }

    /** The domain. */
    public synchronized String domain() {
        return (String) values.get("domain");
    }

    /** Address of the logo. */
    public synchronized String logo() {
        return (String) values.get("logo");
    }

    /** Whether the website is at that domain, be it as an alternate one. */
    public synchronized boolean isAt(String domain) {
        return domain.equals(domain()) || ((List<?>) values.get("domain_alternates")).contains(domain);
    }

    /** The website is to be removed, which Crisp does later on and the simulator never. */
    public synchronized void scheduleRemoval(Instant now) {
        removalAskedAt = now;
        changes.made();
    }

    /** The website stays, whether it was to be removed or not. */
    public synchronized void abortRemoval() {
        if (removalAskedAt != null) {
            removalAskedAt = null;
            changes.made();
        }
    }

    /** When its removal was asked for; empty when it stays. */
    public synchronized Optional<Instant> removalAskedAt() {
        return Optional.ofNullable(removalAskedAt);
    }

    private static Map<String, Object> initial() {
        Map<String, Object> initial = new LinkedHashMap<>();
        initial.put("name", "Example Shop");
        initial.put("domain", "shop.example.org");
        initial.put("domain_alternates", List.of("www.shop.example.org"));
        initial.put("logo", "https://files.example.org/logo.png");
        initial.put("audit", Map.of("log", true));
        initial.put("contact", each(CONTACT_TEXTS, ""));
        initial.put("inbox", Map.of("lock_removal", false, "force_operator_token", false, "locale", "en"));
        // the official clients disagree about the last two: trackers is Node's, enrich is Go's
        initial.put("emails", each(List.of("rating", "transcript", "junk_filter", "trackers", "enrich"), true));
        initial.put("chatbox", chatbox());
        return initial;
    }

    private static Map<String, Object> chatbox() {
        Map<String, Object> chatbox = new LinkedHashMap<>();
        Stream.of(
                        each(CHATBOX_ON, true),
                        each(CHATBOX_OFF, false),
                        each(CHATBOX_TEXTS, ""),
                        each(CHATBOX_LISTS, List.of()))
                .forEach(chatbox::putAll);
        chatbox.put("tile", "default");
        chatbox.put("color_theme", "blue");
        return chatbox;
    }

    private static Map<String, Object> each(List<String> names, Object value) {
        Map<String, Object> group = new LinkedHashMap<>();
        names.forEach(name -> group.put(name, value));
        return group;
    }
}
