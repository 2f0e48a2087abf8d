package dev.crispconnect.sink.command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What can be written of a profile (Crisp API reference, section 4.6, "write card"). Empty text clears a field. */
final class ProfileCard {

    private static final Shape GEOLOCATION = Shape.empty()
            .optional(Kinds.ANY_TEXT, "country", "region", "city")
            .optional(
                    "coordinates",
                    Shape.empty().required("latitude", Kinds.NUMBER).required("longitude", Kinds.NUMBER));

    private static final Shape PERSON = Shape.empty()
            .optional(Kinds.ANY_TEXT, "nickname", "avatar", "gender", "phone", "address", "description", "website")
            .optional("timezone", Kinds.WHOLE)
            .optional("profiles", Kinds.listOf(Shape.empty().optional(Kinds.ANY_TEXT, "type", "handle", "url")))
            .optional(
                    "employment",
                    Shape.empty().optional(Kinds.ANY_TEXT, "name", "domain", "title", "role", "seniority"))
            .optional("geolocation", GEOLOCATION)
            .optional("locales", Kinds.listOf(Kinds.TEXT));

    private static final Shape COMPANY = Shape.empty()
            .optional(Kinds.ANY_TEXT, "name", "legal_name", "domain", "url", "description")
            .optional("timezone", Kinds.WHOLE)
            .optional(Kinds.listOf(Kinds.TEXT), "phones", "emails", "tags")
            .optional("geolocation", GEOLOCATION)
            .optional("metrics", Shape.empty().optional(Kinds.NUMBER, "employees", "market_cap", "raised", "arr"));

    private static final Set<String> FIELDS = Set.of("person", "company", "segments", "notepad", "active");

    private ProfileCard() {}

    /** The shape with the fields of a card added. */
    static Shape in(Shape shape) {
        return shape.optional("email", Kinds.TEXT)
                .optional("person", PERSON)
                .optional("company", COMPANY)
                .optional("segments", Kinds.listOf(Kinds.TEXT))
                .optional("notepad", Kinds.ANY_TEXT)
                .optional("active", Kinds.TIME);
    }

    /** The card as Crisp wants it, without the e-mail address. */
    static Map<String, Object> of(Fields fields) {
        Map<String, Object> card = new LinkedHashMap<>();
        for (Map.Entry<String, Object> field : fields.values().entrySet()) {
            if (FIELDS.contains(field.getKey())) {
                card.put(field.getKey(), field.getValue());
            }
        }
        if (card.containsKey("active")) {
            card.put("active", fields.time("active").toEpochMilli());
        }
        return card;
    }
}
