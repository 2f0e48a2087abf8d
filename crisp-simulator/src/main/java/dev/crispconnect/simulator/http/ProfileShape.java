package dev.crispconnect.simulator.http;

import dev.crispconnect.simulator.workspace.ProfileCard;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What may be written of a profile (Crisp API reference, section 4.6): every field with its type. */
final class ProfileShape {

    private static final Shape TEXTS = Shape.list(Shape.TEXT);
    // what has no @ could not be told from a people_id
    private static final Shape EMAIL = Shape.format("email", text -> text.indexOf('@') > 0 && !text.endsWith("@"));

    private static final Shape GEOLOCATION = Shape.object(Map.of(
            "country",
            Shape.TEXT,
            "region",
            Shape.TEXT,
            "city",
            Shape.TEXT,
            "coordinates",
            Shape.object(Shape.NUMBER, "latitude", "longitude")));

    private static final Shape PERSON = Shape.object(joined(
            texts("nickname", "avatar", "gender", "phone", "address", "description", "website"),
            Map.of(
                    "timezone",
                    Shape.WHOLE,
                    "profiles",
                    Shape.list(Shape.object(Shape.TEXT, "type", "handle", "url")),
                    "employment",
                    Shape.object(Shape.TEXT, "name", "domain", "title", "role", "seniority"),
                    "geolocation",
                    GEOLOCATION,
                    "locales",
                    TEXTS)));

    private static final Shape COMPANY = Shape.object(joined(
            texts("name", "legal_name", "domain", "url", "description"),
            Map.of(
                    "timezone",
                    Shape.WHOLE,
                    "phones",
                    TEXTS,
                    "emails",
                    TEXTS,
                    "geolocation",
                    GEOLOCATION,
                    "metrics",
                    Shape.object(Shape.NUMBER, "employees", "market_cap", "raised", "arr"),
                    "tags",
                    TEXTS)));

    private static final Shape CARD = Shape.object(Map.of(
            "email", EMAIL,
            "person", PERSON,
            "company", COMPANY,
            "segments", TEXTS,
            "notepad", Shape.TEXT,
            "active", Shape.WHOLE));

    private ProfileShape() {}

    /** The card in a body: what the body leaves out, it leaves out. */
    @SuppressWarnings("unchecked") // the shape has been checked
    static ProfileCard card(Body body) {
        Map<String, Object> values = CARD.of(body);
        Number active = (Number) values.get("active");
        return new ProfileCard(
                (String) values.get("email"),
                (Map<String, Object>) values.get("person"),
                (Map<String, Object>) values.get("company"),
                (List<String>) values.get("segments"),
                (String) values.get("notepad"),
                active == null ? null : Instant.ofEpochMilli(active.longValue()));
    }

    private static Map<String, Shape> texts(String... fields) {
        Map<String, Shape> shapes = new HashMap<>();
        List.of(fields).forEach(field -> shapes.put(field, Shape.TEXT));
        return shapes;
    }

    private static Map<String, Shape> joined(Map<String, Shape> some, Map<String, Shape> others) {
        Map<String, Shape> all = new HashMap<>(some);
        all.putAll(others);
        return all;
    }
}
