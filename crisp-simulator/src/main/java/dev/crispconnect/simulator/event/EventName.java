package dev.crispconnect.simulator.event;

import dev.crispconnect.simulator.access.Tier;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Every event that Crisp tells, with who may hear it (Crisp API reference, section 5.7): 82 names, of which plugins may
 * receive 72 and website tokens 71.
 */
public enum EventName {
    SESSION_UPDATE_AVAILABILITY("session:update_availability", Scope.SESSIONS),
    SESSION_UPDATE_VERIFY("session:update_verify", Scope.SESSIONS),
    SESSION_REQUEST_INITIATED("session:request:initiated", Scope.INITIATE),
    SESSION_SET_EMAIL("session:set_email", Scope.SESSIONS),
    SESSION_SET_PHONE("session:set_phone", Scope.SESSIONS),
    SESSION_SET_ADDRESS("session:set_address", Scope.SESSIONS),
    SESSION_SET_SUBJECT("session:set_subject", Scope.SESSIONS),
    SESSION_SET_AVATAR("session:set_avatar", Scope.SESSIONS),
    SESSION_SET_NICKNAME("session:set_nickname", Scope.SESSIONS),
    SESSION_SET_ORIGIN("session:set_origin", Scope.SESSIONS),
    SESSION_SET_DATA("session:set_data", Scope.SESSIONS),
    SESSION_SET_SEGMENTS("session:set_segments", Scope.SESSIONS),
    SESSION_SET_STATE("session:set_state", Scope.STATES),
    SESSION_SET_BLOCK("session:set_block", Scope.ACTIONS),
    SESSION_SET_OPENED("session:set_opened", Scope.ACTIONS),
    SESSION_SET_CLOSED("session:set_closed", Scope.ACTIONS),
    SESSION_SET_PARTICIPANTS("session:set_participants", Scope.PARTICIPANTS),
    SESSION_SET_MENTIONS("session:set_mentions", Scope.SESSIONS),
    SESSION_SET_ROUTING("session:set_routing", Scope.ROUTING),
    SESSION_SET_INBOX("session:set_inbox", Scope.SESSIONS),
    SESSION_SYNC_PAGES("session:sync:pages", Scope.PAGES),
    SESSION_SYNC_EVENTS("session:sync:events", Scope.EVENTS),
    SESSION_SYNC_CAPABILITIES("session:sync:capabilities", Scope.SESSIONS),
    SESSION_SYNC_GEOLOCATION("session:sync:geolocation", Scope.SESSIONS),
    SESSION_SYNC_SYSTEM("session:sync:system", Scope.SESSIONS),
    SESSION_SYNC_NETWORK("session:sync:network", Scope.SESSIONS),
    SESSION_SYNC_TIMEZONE("session:sync:timezone", Scope.SESSIONS),
    SESSION_SYNC_LOCALES("session:sync:locales", Scope.SESSIONS),
    SESSION_SYNC_RATING("session:sync:rating", Scope.SESSIONS),
    SESSION_SYNC_TOPIC("session:sync:topic", Scope.SESSIONS),
    SESSION_REMOVED("session:removed", Scope.SESSIONS),
    SESSION_ERROR("session:error", Scope.SESSIONS),
    MESSAGE_SEND("message:send", Scope.MESSAGES),
    MESSAGE_RECEIVED("message:received", Scope.MESSAGES),
    MESSAGE_UPDATED("message:updated", Scope.MESSAGES),
    MESSAGE_REMOVED("message:removed", Scope.MESSAGES),
    MESSAGE_COMPOSE_SEND("message:compose:send", Scope.MESSAGES),
    MESSAGE_COMPOSE_RECEIVE("message:compose:receive", Scope.MESSAGES),
    MESSAGE_ACKNOWLEDGE_READ_SEND("message:acknowledge:read:send", Scope.MESSAGES),
    MESSAGE_ACKNOWLEDGE_READ_RECEIVED("message:acknowledge:read:received", Scope.MESSAGES),
    MESSAGE_ACKNOWLEDGE_UNREAD_SEND("message:acknowledge:unread:send", Scope.MESSAGES),
    MESSAGE_ACKNOWLEDGE_DELIVERED("message:acknowledge:delivered", Scope.MESSAGES),
    MESSAGE_ACKNOWLEDGE_IGNORED("message:acknowledge:ignored", Scope.MESSAGES),
    MESSAGE_NOTIFY_UNREAD_SEND("message:notify:unread:send", Scope.MESSAGES),
    MESSAGE_NOTIFY_UNREAD_RECEIVED("message:notify:unread:received", Scope.MESSAGES),
    PEOPLE_PROFILE_CREATED("people:profile:created", Scope.PROFILES),
    PEOPLE_PROFILE_UPDATED("people:profile:updated", Scope.PROFILES),
    PEOPLE_PROFILE_REMOVED("people:profile:removed", Scope.PROFILES),
    PEOPLE_BIND_SESSION("people:bind:session", Scope.PROFILES),
    PEOPLE_SYNC_PROFILE("people:sync:profile", Scope.PROFILES),
    PEOPLE_IMPORT_PROGRESS("people:import:progress", Scope.PROFILES, Tier.USER),
    PEOPLE_IMPORT_DONE("people:import:done", Scope.PROFILES, Tier.USER),
    WEBSITE_UPDATE_VISITORS_COUNT("website:update_visitors_count"),
    WEBSITE_UPDATE_OPERATORS_AVAILABILITY("website:update_operators_availability"),
    WEBSITE_USERS_AVAILABLE("website:users:available"),
    EMAIL_SUBSCRIBE("email:subscribe"),
    EMAIL_TRACK_VIEW("email:track:view"),
    PLUGIN_CHANNEL("plugin:channel"),
    PLUGIN_EVENT("plugin:event"),
    PLUGIN_SUBSCRIPTION_UPDATED("plugin:subscription:updated"),
    PLUGIN_SETTINGS_SAVED("plugin:settings:saved"),
    PLAN_SUBSCRIPTION_UPDATED("plan:subscription:updated"),
    BUCKET_URL_UPLOAD_GENERATED("bucket:url:upload:generated"),
    BUCKET_URL_AVATAR_GENERATED("bucket:url:avatar:generated"),
    BUCKET_URL_WEBSITE_GENERATED("bucket:url:website:generated"),
    BUCKET_URL_CAMPAIGN_GENERATED("bucket:url:campaign:generated"),
    BUCKET_URL_HELPDESK_GENERATED("bucket:url:helpdesk:generated"),
    BUCKET_URL_STATUS_GENERATED("bucket:url:status:generated"),
    BUCKET_URL_PROCESSING_GENERATED("bucket:url:processing:generated"),
    BROWSING_REQUEST_INITIATED("browsing:request:initiated", Scope.BROWSING),
    BROWSING_REQUEST_REJECTED("browsing:request:rejected", Scope.BROWSING),
    CALL_REQUEST_INITIATED("call:request:initiated", Scope.CALLS),
    CALL_REQUEST_REJECTED("call:request:rejected", Scope.CALLS),
    IDENTITY_VERIFY_REQUEST("identity:verify:request", Tier.PLUGIN),
    SPAM_MESSAGE("spam:message", Tier.USER),
    SPAM_DECISION("spam:decision", Tier.USER),
    CAMPAIGN_PROGRESS("campaign:progress", Tier.USER),
    CAMPAIGN_DISPATCHED("campaign:dispatched", Tier.USER),
    CAMPAIGN_RUNNING("campaign:running", Tier.USER),
    WIDGET_ACTION_PROCESSED("widget:action:processed", Tier.USER),
    STATUS_HEALTH_CHANGED("status:health:changed", Tier.USER),
    MEDIA_ANIMATION_LISTED("media:animation:listed", Tier.USER);

    private static final Set<String> ABOUT_A_CONVERSATION = Set.of("session", "message", "browsing", "call");
    private static final Map<String, EventName> BY_WIRE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EventName::wire, Function.identity()));

    private final String wire;
    private final Scope scope;
    private final Tier onlyFor;

    EventName(String wire) {
        this(wire, null, null);
    }

    EventName(String wire, Scope scope) {
        this(wire, scope, null);
    }

    EventName(String wire, Tier onlyFor) {
        this(wire, null, onlyFor);
    }

    EventName(String wire, Scope scope, Tier onlyFor) {
        this.wire = wire;
        this.scope = scope;
        this.onlyFor = onlyFor;
    }

    /** The event of that name on the wire, if there is one. */
    public static Optional<EventName> ofWire(String name) {
        return Optional.ofNullable(BY_WIRE.get(name));
    }

    /** The name on the wire, such as {@code message:send}. */
    public String wire() {
        return wire;
    }

    /** Whether tokens of that tier may receive it. */
    public boolean isFor(Tier tier) {
        return onlyFor == null || onlyFor == tier;
    }

    /** What a token that is held to scopes needs to receive it; empty for nothing. */
    public Optional<Scope> scope() {
        return Optional.ofNullable(scope);
    }

    /** Whether its payload has {@code session_id} and {@code inbox_id}. */
    public boolean isAboutAConversation() {
        return this == PEOPLE_BIND_SESSION
                || this == PEOPLE_SYNC_PROFILE
                || ABOUT_A_CONVERSATION.contains(wire.substring(0, wire.indexOf(':')));
    }

    /** Whether its payload has {@code website_id}: all have, but for a bucket's answers and lists of GIFs. */
    public boolean namesItsWebsite() {
        return !wire.startsWith("bucket:") && this != MEDIA_ANIMATION_LISTED;
    }

    /** A scope of a production plugin token (sections 1.3 and 5.7). */
    public enum Scope {
        SESSIONS("website:conversation:sessions", false),
        STATES("website:conversation:states", false),
        ACTIONS("website:conversation:actions", false),
        PARTICIPANTS("website:conversation:participants", false),
        ROUTING("website:conversation:routing", false),
        PAGES("website:conversation:pages", false),
        EVENTS("website:conversation:events", false),
        MESSAGES("website:conversation:messages", false),
        PROFILES("website:people:profiles", false),
        INITIATE("website:conversation:initiate", true),
        BROWSING("website:conversation:browsing", true),
        CALLS("website:conversation:calls", true);

        private final String namespace;
        private final boolean toWrite;

        Scope(String namespace, boolean toWrite) {
            this.namespace = namespace;
            this.toWrite = toWrite;
        }

        /** Such as {@code website:conversation:sessions}. */
        public String namespace() {
            return namespace;
        }

        /** Whether it must be granted to write; to read is enough for the others. */
        public boolean toWrite() {
            return toWrite;
        }
    }

    @Override
    public String toString() {
        return wire;
    }
}
