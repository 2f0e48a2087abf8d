package dev.crispconnect.simulator.workspace;

import dev.crispconnect.simulator.event.EventName;
import dev.crispconnect.simulator.switches.Switches;
import dev.crispconnect.simulator.switches.WorkspaceSwitch;
import dev.crispconnect.simulator.switches.WorkspaceSwitch.DuplicateEmail;
import dev.crispconnect.simulator.workspace.AbsentException.Kind;
import dev.crispconnect.simulator.workspace.ConversationQuery.Page;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The address book of a website (Crisp API reference, section 3.11). Profiles are named by people_id or by e-mail address;
 * every method that changes one throws {@link AbsentException} when there is none, tells what changed, and neither tells
 * anything nor moves {@code updated_at} when nothing did. Thread-safe: guarded by this object.
 */
public final class People {

    private final InstantSource clock;
    private final Switches switches;
    private final Ids ids;
    private final ServerVoice voice;
    private final ProfileStore profiles = new ProfileStore();
    private final PeopleLog log;
    private final PeopleSuggestions suggestions;

    People(InstantSource clock, Switches switches, Ids ids, ServerVoice voice) {
        this.clock = clock;
        this.switches = switches;
        this.ids = ids;
        this.voice = voice;
        this.log = new PeopleLog(this, voice);
        this.suggestions = new PeopleSuggestions(this, profiles, log, voice);
    }

    /** All profiles, in the order in which they were created. */
    public synchronized List<Profile> all() {
        return profiles.all();
    }

    /** How many there are. */
    public synchronized int count() {
        return profiles.count();
    }

    /** One page of the list. */
    public synchronized Page<Profile> list(ProfileQuery query) {
        return profiles.list(query);
    }

    /** The profile with that people_id or e-mail address, if there is one. */
    public synchronized Optional<Profile> find(String idOrEmail) {
        return profiles.find(idOrEmail);
    }

    /** The profile with that people_id or e-mail address. */
    public synchronized Profile get(String idOrEmail) {
        return find(idOrEmail).orElseThrow(() -> new AbsentException(Kind.PEOPLE, idOrEmail));
    }

    /** What happened to people besides changes of their profiles. */
    public PeopleLog log() {
        return log;
    }

    /** The segments, data keys and events that are in use. */
    public PeopleSuggestions suggestions() {
        return suggestions;
    }

    /**
     * Creates a profile.
     *
     * @throws TakenException when the e-mail address is in use and the rules refuse a second one
     */
    public synchronized Profile create(ProfileCard card) {
        Profile profile = create(card, now());
        voice.say(EventName.PEOPLE_PROFILE_CREATED, named(profile));
        return profile;
    }

    /** The same of the past, which is told to nobody. */
    synchronized Profile create(ProfileCard card, Instant createdAt) {
        Profile empty = new Profile(
                ids.uuid(), null, Map.of(), Map.of(), List.of(), null, null, createdAt, createdAt, Map.of());
        return keep(empty, empty.with(card));
    }

    /**
     * Changes what the card names and keeps the rest: objects are merged, lists replaced.
     *
     * @throws TakenException see {@link #create(ProfileCard)}
     */
    public synchronized Profile patch(String idOrEmail, ProfileCard card) {
        Profile old = get(idOrEmail);
        return change(old, old.with(card));
    }

    /**
     * Puts the card in place of everything that was there. Custom data lives apart and stays.
     *
     * @throws TakenException see {@link #create(ProfileCard)}
     */
    public synchronized Profile replace(String idOrEmail, ProfileCard card) {
        Profile old = get(idOrEmail);
        return change(old, old.blank().with(card));
    }

    /** Removes a profile with all that happened to the person. Conversations stay bound to its people_id. */
    public synchronized void remove(String idOrEmail) {
        Profile profile = get(idOrEmail);
        profiles.remove(profile);
        log.forget(profile.peopleId());
        voice.say(EventName.PEOPLE_PROFILE_REMOVED, Map.of("people_id", profile.peopleId()));
    }

    /** Merges into a profile's custom data. */
    public synchronized Profile patchData(String idOrEmail, Map<String, Object> data) {
        return replaceData(idOrEmail, Json.merged(get(idOrEmail).data(), data));
    }

    /** Puts this in place of a profile's custom data. */
    public synchronized Profile replaceData(String idOrEmail, Map<String, Object> data) {
        Profile old = get(idOrEmail);
        return change(old, old.withData(Json.frozen(data)));
    }

    private Profile change(Profile old, Profile wanted) {
        Map<String, Object> difference = Json.difference(old.written(), wanted.written());
        if (difference.isEmpty()) {
            return old;
        }
        Profile changed = keep(old, wanted.updatedAt(now()));
        Map<String, Object> update = new LinkedHashMap<>();
        update.put("updated_at", changed.updatedAt().toEpochMilli());
        update.putAll(difference);
        Map<String, Object> fields = new LinkedHashMap<>(named(changed));
        fields.put("update", update);
        voice.say(EventName.PEOPLE_PROFILE_UPDATED, fields);
        return changed;
    }

    private Profile keep(Profile old, Profile profile) {
        DuplicateEmail behaviour = switches.get(WorkspaceSwitch.DUPLICATE_EMAIL);
        boolean movesIn = profile.email() != null && !profile.hasEmail(old.email());
        if (movesIn
                && behaviour != DuplicateEmail.SECOND_PROFILE
                && profiles.isTaken(profile.email(), profile.peopleId())) {
            throw new TakenException("data.email", behaviour == DuplicateEmail.CONFLICT);
        }
        profiles.put(profile);
        suggestions.used(old, profile);
        return profile;
    }

    private static Map<String, Object> named(Profile profile) {
        Map<String, Object> named = new LinkedHashMap<>();
        named.put("people_id", profile.peopleId());
        if (profile.email() != null) {
            named.put("email", profile.email());
        }
        return named;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
