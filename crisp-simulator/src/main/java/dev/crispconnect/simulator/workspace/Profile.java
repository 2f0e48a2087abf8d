package dev.crispconnect.simulator.workspace;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A profile of the address book (Crisp API reference, section 4.6).
 *
 * @param email null when it has none
 * @param person by the names on the wire; not modifiable
 * @param company by the names on the wire; not modifiable
 * @param notepad null when empty
 * @param lastActive null when never
 * @param data its custom data, which lives apart (section 3.11)
 */
public record Profile(
        String peopleId,
        String email,
        Map<String, Object> person,
        Map<String, Object> company,
        List<String> segments,
        String notepad,
        Instant lastActive,
        Instant createdAt,
        Instant updatedAt,
        Map<String, Object> data) {

    /** The person's nickname; null when there is none. */
    public String nickname() {
        return (String) person.get("nickname");
    }

    boolean hasEmail(String wanted) {
        return Objects.equals(email, wanted);
    }

    /** What a card may write of it and its custom data, by the names on the wire; what it does not have is left out. */
    Map<String, Object> written() {
        Map<String, Object> written = new LinkedHashMap<>();
        putKnown(written, "email", email);
        written.put("person", person);
        written.put("company", company);
        written.put("segments", segments);
        putKnown(written, "notepad", notepad);
        putKnown(
                written, "active", lastActive == null ? null : Map.of("now", false, "last", lastActive.toEpochMilli()));
        written.put("data", data);
        return written;
    }

    private static void putKnown(Map<String, Object> written, String name, Object value) {
        if (value != null) {
            written.put(name, value);
        }
    }

    /** As it is after a card: objects are merged, everything else is replaced. */
    Profile with(ProfileCard card) {
        return new Profile(
                peopleId,
                card.email() == null ? email : card.email(),
                card.person() == null ? person : Json.merged(person, card.person()),
                card.company() == null ? company : Json.merged(company, card.company()),
                card.segments() == null ? segments : card.segments(),
                card.notepad() == null ? notepad : card.notepad(),
                card.lastActive() == null ? lastActive : card.lastActive(),
                createdAt,
                updatedAt,
                data);
    }

    /** Without anything a card could write, but for when the person was last seen. */
    Profile blank() {
        return new Profile(peopleId, null, Map.of(), Map.of(), List.of(), null, lastActive, createdAt, updatedAt, data);
    }

    Profile withData(Map<String, Object> newData) {
        return new Profile(
                peopleId, email, person, company, segments, notepad, lastActive, createdAt, updatedAt, newData);
    }

    Profile updatedAt(Instant time) {
        return new Profile(peopleId, email, person, company, segments, notepad, lastActive, createdAt, time, data);
    }
}
