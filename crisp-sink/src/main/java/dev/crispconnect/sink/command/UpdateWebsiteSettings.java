package dev.crispconnect.sink.command;

import dev.crispconnect.client.Websites;
import java.util.List;
import java.util.Map;

/**
 * Changes the settings of a website (Crisp API reference, sections 3.13 and 4.8); what is not named stays.
 *
 * @param settings non-empty, by group
 */
public record UpdateWebsiteSettings(Target target, Map<String, Object> settings) implements Command {

    private static final List<String> GROUPS =
            List.of("name", "domain", "domain_alternates", "logo", "audit", "contact", "inbox", "emails", "chatbox");

    private static final Shape CHATBOX = Shape.empty()
            .optional(
                    Kinds.FLAG,
                    "conversations",
                    "wait_game",
                    "website_logo",
                    "last_operator_face",
                    "ongoing_operator_face",
                    "activity_metrics",
                    "operator_privacy",
                    "visitor_privacy",
                    "availability_tooltip",
                    "hide_vacation",
                    "hide_on_away",
                    "hide_on_mobile",
                    "position_reverse",
                    "email_visitors",
                    "phone_visitors",
                    "force_identify",
                    "ignore_privacy",
                    "visitor_compose",
                    "file_transfer",
                    "audio_record",
                    "home",
                    "overlay_search",
                    "overlay_mode",
                    "helpdesk_link",
                    "helpdesk_only",
                    "status_health_dead",
                    "check_domain")
            .optional(
                    Kinds.ANY_TEXT,
                    "tile",
                    "guard_level",
                    "mode_initial",
                    "helpdesk_navigate",
                    "color_theme",
                    "color_mode",
                    "layout_theme",
                    "text_theme",
                    "welcome_message",
                    "locale")
            .optional(
                    Kinds.listOf(Kinds.TEXT),
                    "allowed_pages",
                    "blocked_pages",
                    "blocked_countries",
                    "blocked_locales",
                    "blocked_ips");

    static final CommandType TYPE = new CommandType(
            "update_website_settings",
            List.of("update_settings"),
            CommandType.COMMON
                    .optional(Kinds.TEXT, "name", "domain")
                    .optional("logo", Kinds.ANY_TEXT)
                    .optional("domain_alternates", Kinds.listOf(Kinds.TEXT))
                    .optional("audit", Shape.empty().optional("log", Kinds.FLAG))
                    .optional(
                            "contact",
                            Shape.empty()
                                    .optional(
                                            Kinds.ANY_TEXT,
                                            "email",
                                            "phone",
                                            "messenger",
                                            "telegram",
                                            "twitter",
                                            "whatsapp",
                                            "instagram"))
                    .optional(
                            "inbox",
                            Shape.empty()
                                    .optional(Kinds.FLAG, "lock_removal", "force_operator_token")
                                    .optional("locale", Kinds.ANY_TEXT))
                    .optional(
                            "emails",
                            Shape.empty()
                                    .optional(Kinds.FLAG, "rating", "transcript", "junk_filter", "trackers", "enrich"))
                    .optional("chatbox", CHATBOX),
            UpdateWebsiteSettings::read);

    @Override
    public String name() {
        return TYPE.name();
    }

    @Override
    public Step begin(String commandId) {
        return Step.ask(Websites.updateSettings(target.websiteId(), settings), updated -> Step.done());
    }

    private static UpdateWebsiteSettings read(Fields fields) throws Mistake {
        Map<String, Object> settings = fields.only(GROUPS);
        if (settings.isEmpty()) {
            throw Mistake.of("nothing to update: give " + String.join(", ", GROUPS));
        }
        return new UpdateWebsiteSettings(Target.website(fields.websiteId()), settings);
    }
}
