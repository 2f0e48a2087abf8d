package dev.crispconnect.client.realtime;

import dev.crispconnect.client.Tier;
import java.util.List;
import java.util.stream.Stream;

/** The events that there are to hear of (Crisp API reference, section 5.7). */
public final class EventNames {

    /** About messages. */
    public static final List<String> MESSAGES = List.of(
            "message:send",
            "message:received",
            "message:updated",
            "message:removed",
            "message:compose:send",
            "message:compose:receive",
            "message:acknowledge:read:send",
            "message:acknowledge:read:received",
            "message:acknowledge:unread:send",
            "message:acknowledge:delivered",
            "message:acknowledge:ignored",
            "message:notify:unread:send",
            "message:notify:unread:received");

    /** About conversations. */
    public static final List<String> SESSIONS = List.of(
            "session:update_availability",
            "session:update_verify",
            "session:request:initiated",
            "session:set_email",
            "session:set_phone",
            "session:set_address",
            "session:set_subject",
            "session:set_avatar",
            "session:set_nickname",
            "session:set_origin",
            "session:set_data",
            "session:set_segments",
            "session:set_state",
            "session:set_block",
            "session:set_opened",
            "session:set_closed",
            "session:set_participants",
            "session:set_mentions",
            "session:set_routing",
            "session:set_inbox",
            "session:sync:pages",
            "session:sync:events",
            "session:sync:capabilities",
            "session:sync:geolocation",
            "session:sync:system",
            "session:sync:network",
            "session:sync:timezone",
            "session:sync:locales",
            "session:sync:rating",
            "session:sync:topic",
            "session:removed",
            "session:error");

    /** About contacts. */
    public static final List<String> PEOPLE = List.of(
            "people:profile:created",
            "people:profile:updated",
            "people:profile:removed",
            "people:bind:session",
            "people:sync:profile");

    /** That a website installed the plugin or removed it. */
    public static final String SUBSCRIPTION_UPDATED = "plugin:subscription:updated";

    private static final List<String> OTHERS = List.of(
            "website:update_visitors_count",
            "website:update_operators_availability",
            "website:users:available",
            "email:subscribe",
            "email:track:view",
            "plugin:channel",
            "plugin:event",
            SUBSCRIPTION_UPDATED,
            "plugin:settings:saved",
            "plan:subscription:updated",
            "bucket:url:upload:generated",
            "bucket:url:avatar:generated",
            "bucket:url:website:generated",
            "bucket:url:campaign:generated",
            "bucket:url:helpdesk:generated",
            "bucket:url:status:generated",
            "bucket:url:processing:generated",
            "browsing:request:initiated",
            "browsing:request:rejected",
            "call:request:initiated",
            "call:request:rejected");

    private static final List<String> PLUGIN_ONLY = List.of("identity:verify:request");

    private static final List<String> USER_ONLY = List.of(
            "spam:message",
            "spam:decision",
            "people:import:progress",
            "people:import:done",
            "campaign:progress",
            "campaign:dispatched",
            "campaign:running",
            "widget:action:processed",
            "status:health:changed",
            "media:animation:listed");

    private EventNames() {}

    /** Every event that a token of a tier may hear of. */
    public static List<String> of(Tier tier) {
        Stream<List<String>> groups =
                switch (tier) {
                    case WEBSITE -> Stream.of(MESSAGES, SESSIONS, PEOPLE, OTHERS);
                    case PLUGIN -> Stream.of(MESSAGES, SESSIONS, PEOPLE, OTHERS, PLUGIN_ONLY);
                    case USER -> Stream.of(MESSAGES, SESSIONS, PEOPLE, OTHERS, PLUGIN_ONLY, USER_ONLY);
                };
        return groups.flatMap(List::stream).toList();
    }
}
