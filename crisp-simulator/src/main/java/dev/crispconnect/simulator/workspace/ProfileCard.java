package dev.crispconnect.simulator.workspace;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What may be written of a profile (Crisp API reference, section 4.6). A component that is null is not named.
 */
public record ProfileCard(
        String email,
        Map<String, Object> person,
        Map<String, Object> company,
        List<String> segments,
        String notepad,
        Instant lastActive) {

    public ProfileCard {
        person = person == null ? null : Json.frozen(person);
        company = company == null ? null : Json.frozen(company);
        segments = segments == null ? null : List.copyOf(segments);
    }

    /** A card with an e-mail address and a nickname. */
    public static ProfileCard of(String email, String nickname) {
        return new ProfileCard(email, Map.of("nickname", nickname), null, null, null, null);
    }
}
