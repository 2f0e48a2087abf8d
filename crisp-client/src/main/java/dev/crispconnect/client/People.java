package dev.crispconnect.client;

import dev.crispconnect.client.people.Profile;
import dev.crispconnect.client.people.ProfileEvent;
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
    private static final String SUBSCRIPTION = "/website/{website_id}/people/subscription/{people_id}";
    private static final String EVENTS = "/website/{website_id}/people/events/{people_id}";

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

    /**
     * Whether there is such a contact. False says less than {@link CrispException.Missing} from {@link #get}: an answer
     * without a body cannot tell whether the contact, the subscription or the route is missing.
     */
    public static Call<Boolean> exists(String websiteId, String peopleIdOrEmail) {
        return Call.head(ResourcePath.of(PROFILE, websiteId, peopleIdOrEmail));
    }

    /** How many contacts the website has; null when Crisp did not tell. */
    public static Call<Long> total(String websiteId) {
        return Call.get(ResourcePath.of("/website/{website_id}/people/stats", websiteId), data -> new JsonFields(data)
                .wholeNumber("total"));
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

    /** Removes a contact. Missing when it is gone already. */
    public static Call<Void> remove(String websiteId, String peopleIdOrEmail) {
        return Call.delete(ResourcePath.of(PROFILE, websiteId, peopleIdOrEmail));
    }

    /** One page of the session ids of a contact's conversations. */
    public static Call<List<String>> conversations(
            String websiteId, String peopleIdOrEmail, ProfileConversationsQuery query) {
        return Call.get(
                ResourcePath.of(
                        "/website/{website_id}/people/conversations/{people_id}/list/{page}",
                        websiteId,
                        peopleIdOrEmail,
                        Integer.toString(query.page())),
                Query.empty()
                        .flag("filter_unread", query.unread())
                        .either("filter_resolved", "filter_not_resolved", query.resolved())
                        .parameters(),
                ProfileReader::sessionIds);
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

    /** Whether the contact wants e-mails; null when Crisp did not tell. */
    public static Call<Boolean> subscription(String websiteId, String peopleIdOrEmail) {
        return Call.get(
                ResourcePath.of(SUBSCRIPTION, websiteId, peopleIdOrEmail), data -> new JsonFields(data).flag("email"));
    }

    /** Sets whether the contact wants e-mails. */
    public static Call<Void> updateSubscription(String websiteId, String peopleIdOrEmail, boolean email) {
        return Call.patch(ResourcePath.of(SUBSCRIPTION, websiteId, peopleIdOrEmail), Map.of("email", email));
    }

    /**
     * Adds an event to the contact's history. Each call adds another one: there is no way to say that it is a repetition.
     *
     * @param data free-form; null for none
     * @param color as Crisp names it, such as {@code red}; null for none
     */
    public static Call<Void> addEvent(
            String websiteId, String peopleIdOrEmail, String text, Map<String, Object> data, String color) {
        return Call.post(
                ResourcePath.of(EVENTS, websiteId, peopleIdOrEmail),
                Body.empty()
                        .with("text", text)
                        .withIfSet("data", data)
                        .withIfSet("color", color)
                        .fields());
    }

    /** One page, from 1, of the events of a contact. */
    public static Call<List<ProfileEvent>> events(String websiteId, String peopleIdOrEmail, int page) {
        PageBounds.check(page);
        return Call.get(
                ResourcePath.of(EVENTS + "/list/{page}", websiteId, peopleIdOrEmail, Integer.toString(page)),
                data -> JsonList.of(data, ProfileReader::event));
    }

    private static Map<String, String> parameters(ProfileQuery query) {
        Query parameters = Query.empty().with("per_page", Integer.toString(query.perPage()));
        if (query.order() != null) {
            parameters.with("sort_field", sortField(query.order())).with("sort_order", "descending");
        }
        parameters.withIfSet("search_text", query.searchText());
        if (query.searchFilter() != null) {
            parameters
                    .with("search_filter", query.searchFilter().json())
                    .with("search_operator", query.searchFilter().match().wire());
        }
        return parameters
                .withIfSet("filter_date_start", query.createdFrom())
                .withIfSet("filter_date_end", query.createdTo())
                .parameters();
    }

    private static String sortField(ListOrder order) {
        return switch (order) {
            case CREATED -> "created_at";
            case UPDATED -> "updated_at";
            case WAITING -> throw new IllegalArgumentException("contacts do not wait");
        };
    }
}
