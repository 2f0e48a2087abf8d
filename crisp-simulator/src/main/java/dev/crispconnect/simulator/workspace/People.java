package dev.crispconnect.simulator.workspace;

import dev.crispconnect.simulator.switches.Switches;
import dev.crispconnect.simulator.switches.WorkspaceSwitch;
import dev.crispconnect.simulator.switches.WorkspaceSwitch.DuplicateEmail;
import dev.crispconnect.simulator.workspace.AbsentException.Kind;
import dev.crispconnect.simulator.workspace.ConversationQuery.Page;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The address book of a website (Crisp API reference, section 3.11). Profiles are named by people_id or by e-mail address;
 * every method that changes one throws {@link AbsentException} when there is none. Thread-safe: guarded by this object.
 */
public final class People {

    private final InstantSource clock;
    private final Switches switches;
    private final Ids ids;
    private final Changes changes;
    private final Map<String, Profile> byId = new LinkedHashMap<>();
    private final Map<String, String> idByEmail = new HashMap<>();
    private ProfileQuery sortedFor;
    private List<Profile> sorted;

    People(InstantSource clock, Switches switches, Ids ids, Changes changes) {
        this.clock = clock;
        this.switches = switches;
        this.ids = ids;
        this.changes = changes;
    }

    /** All profiles, in the order in which they were created. */
    public synchronized List<Profile> all() {
        return List.copyOf(byId.values());
    }

    /** How many there are. */
    public synchronized int count() {
        return byId.size();
    }

    /** One page of the list. */
    public synchronized Page<Profile> list(ProfileQuery query) {
        List<Profile> matching = sorted(query).stream().filter(query::accepts).toList();
        int start = (int) Math.min(matching.size(), (query.page() - 1L) * query.perPage());
        int end = Math.min(matching.size(), start + query.perPage());
        return new Page<>(matching.subList(start, end), end < matching.size());
    }

    /** The profile with that people_id or e-mail address, if there is one. */
    public synchronized Optional<Profile> find(String idOrEmail) {
        String id = idByEmail.getOrDefault(idOrEmail, idOrEmail);
        return Optional.ofNullable(byId.get(id));
    }

    /** The profile with that people_id or e-mail address. */
    public synchronized Profile get(String idOrEmail) {
        return find(idOrEmail).orElseThrow(() -> new AbsentException(Kind.PEOPLE, idOrEmail));
    }

    /**
     * Creates a profile.
     *
     * @throws TakenException when the e-mail address is in use and the rules refuse a second one
     */
    public synchronized Profile create(ProfileCard card) {
        return create(card, now());
    }

    synchronized Profile create(ProfileCard card, Instant createdAt) {
        DuplicateEmail behaviour = switches.get(WorkspaceSwitch.DUPLICATE_EMAIL);
        if (behaviour != DuplicateEmail.SECOND_PROFILE && idByEmail.containsKey(card.email())) {
            throw new TakenException("data.email", behaviour == DuplicateEmail.CONFLICT);
        }
        Profile empty = new Profile(
                ids.uuid(), null, Map.of(), Map.of(), List.of(), null, null, createdAt, createdAt, Map.of());
        return keep(empty, merged(empty, card, createdAt));
    }

    /** Changes what the card names and keeps the rest: objects are merged, lists replaced. */
    public synchronized Profile patch(String idOrEmail, ProfileCard card) {
        Profile old = get(idOrEmail);
        return keep(old, merged(old, card, now()));
    }

    /** Puts the card in place of everything that was there. Custom data lives apart and stays. */
    public synchronized Profile replace(String idOrEmail, ProfileCard card) {
        Profile old = get(idOrEmail);
        Profile blank = new Profile(
                old.peopleId(),
                null,
                Map.of(),
                Map.of(),
                List.of(),
                null,
                old.lastActive(),
                old.createdAt(),
                old.updatedAt(),
                old.data());
        return keep(old, merged(blank, card, now()));
    }

    /** Removes a profile. */
    public synchronized void remove(String idOrEmail) {
        Profile profile = get(idOrEmail);
        byId.remove(profile.peopleId());
        idByEmail.remove(profile.email(), profile.peopleId());
        sorted = null;
        changes.made();
    }

    /** Merges into a profile's custom data. */
    public synchronized Profile patchData(String idOrEmail, Map<String, Object> data) {
        return replaceData(idOrEmail, Json.merged(get(idOrEmail).data(), data));
    }

    /** Replaces a profile's custom data. */
    public synchronized Profile replaceData(String idOrEmail, Map<String, Object> data) {
        Profile old = get(idOrEmail);
        Profile changed = new Profile(
                old.peopleId(),
                old.email(),
                old.person(),
                old.company(),
                old.segments(),
                old.notepad(),
                old.lastActive(),
                old.createdAt(),
                now(),
                Json.frozen(data));
        return keep(old, changed);
    }

    private Profile keep(Profile old, Profile profile) {
        if (old.email() != null) {
            idByEmail.remove(old.email(), old.peopleId());
        }
        if (profile.email() != null) {
            idByEmail.putIfAbsent(profile.email(), profile.peopleId());
        }
        byId.put(profile.peopleId(), profile);
        sorted = null;
        changes.made();
        return profile;
    }

    private List<Profile> sorted(ProfileQuery query) {
        boolean sameOrder =
                sorted != null && sortedFor.sort() == query.sort() && sortedFor.ascending() == query.ascending();
        if (!sameOrder) {
            sorted = byId.values().stream().sorted(query.comparator()).toList();
            sortedFor = query;
        }
        return sorted;
    }

    private static Profile merged(Profile old, ProfileCard card, Instant now) {
        return new Profile(
                old.peopleId(),
                card.email() == null ? old.email() : card.email(),
                card.person() == null ? old.person() : Json.merged(old.person(), card.person()),
                card.company() == null ? old.company() : Json.merged(old.company(), card.company()),
                card.segments() == null ? old.segments() : card.segments(),
                card.notepad() == null ? old.notepad() : card.notepad(),
                card.lastActive() == null ? old.lastActive() : card.lastActive(),
                old.createdAt(),
                now,
                old.data());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
