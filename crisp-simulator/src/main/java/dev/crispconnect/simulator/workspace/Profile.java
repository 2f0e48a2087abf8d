package dev.crispconnect.simulator.workspace;

import java.time.Instant;
import java.util.List;
import java.util.Map;

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
}
