package dev.crispconnect.client;

import dev.crispconnect.client.people.Profile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Calls on contacts (Crisp API reference, section 3.11). A contact is named by its people id or its e-mail address.
 *
 * <p>Every method throws {@link IllegalArgumentException}, naming the parameter, when an id cannot be part of a path.
 * Cards and data hold maps, lists, text, numbers, booleans and null only.
 */
public final class People {

    private static final String PROFILE = "/website/{website_id}/people/profile/{people_id}";
    private static final String DATA = "/website/{website_id}/people/data/{people_id}";

    private People() {}

    /** One page of the contacts of a website. */
    public static Call<List<Profile>> list(String websiteId, ProfileQuery query) {
        return Call.get(
                ResourcePath.of(
                        "/website/{website_id}/people/profiles/{page}", websiteId, Integer.toString(query.page())),
                parameters(query),
                ProfileReader::list);
    }

    /** One contact. */
    public static Call<Profile> get(String websiteId, String peopleIdOrEmail) {
        return Call.get(ResourcePath.of(PROFILE, websiteId, peopleIdOrEmail), ProfileReader::profile);
    }

    /** Makes a contact and answers its people id. What Crisp does with an e-mail it knows is not documented. */
    public static Call<String> create(String websiteId, Map<String, Object> card) {
        return Call.post(
                ResourcePath.of("/website/{website_id}/people/profile", websiteId), card, data -> new JsonFields(data)
                        .requiredText("people_id"));
    }

    /** Sets some of a contact; what is not named stays. Missing when there is no such contact. */
    public static Call<Void> update(String websiteId, String peopleIdOrEmail, Map<String, Object> card) {
        return Call.patch(ResourcePath.of(PROFILE, websiteId, peopleIdOrEmail), card);
    }

    /** Replaces a contact by the card. */
    public static Call<Void> save(String websiteId, String peopleIdOrEmail, Map<String, Object> card) {
        return Call.put(ResourcePath.of(PROFILE, websiteId, peopleIdOrEmail), card);
    }

    /** The contact's custom data: numbers and booleans as their text, nested values as JSON text. */
    public static Call<Map<String, String>> data(String websiteId, String peopleIdOrEmail) {
        return Call.get(ResourcePath.of(DATA, websiteId, peopleIdOrEmail), data -> new JsonFields(data).texts("data"));
    }

    /** Sets some of the contact's custom data; what is not named stays. */
    public static Call<Void> updateData(String websiteId, String peopleIdOrEmail, Map<String, Object> data) {
        return Call.patch(ResourcePath.of(DATA, websiteId, peopleIdOrEmail), Map.of("data", data));
    }

    /** Replaces the contact's custom data. */
    public static Call<Void> saveData(String websiteId, String peopleIdOrEmail, Map<String, Object> data) {
        return Call.put(ResourcePath.of(DATA, websiteId, peopleIdOrEmail), Map.of("data", data));
    }

    private static Map<String, String> parameters(ProfileQuery query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("per_page", Integer.toString(query.perPage()));
        if (query.order() != null) {
            parameters.put(
                    "sort_field",
                    switch (query.order()) {
                        case CREATED -> "created_at";
                        case UPDATED -> "updated_at";
                    });
            parameters.put("sort_order", "descending");
        }
        return parameters;
    }
}
