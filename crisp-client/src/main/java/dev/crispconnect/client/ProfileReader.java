package dev.crispconnect.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crispconnect.client.people.Profile;
import dev.crispconnect.client.people.ProfileEvent;
import java.util.List;

/** Reads contacts (Crisp API reference, section 4.6). Pure. */
final class ProfileReader {

    private ProfileReader() {}

    static List<Profile> list(JsonNode data) {
        return JsonList.of(data, ProfileReader::profile);
    }

    /** Session ids come as texts; an object is taken for a conversation of which only the id counts. */
    static List<String> sessionIds(JsonNode data) {
        return JsonList.of(
                data,
                element ->
                        element.isTextual() ? element.textValue() : new JsonFields(element).requiredText("session_id"));
    }

    static ProfileEvent event(JsonNode data) {
        JsonFields fields = new JsonFields(data);
        return new ProfileEvent(
                fields.text("text"), fields.texts("data"), fields.text("color"), fields.time("timestamp"));
    }

    static Profile profile(JsonNode data) {
        JsonFields fields = new JsonFields(data);
        return new Profile(
                fields.requiredText("people_id"),
                fields.text("email"),
                fields.object("person", ProfileReader::person),
                fields.object("company", ProfileReader::company),
                fields.textList("segments"),
                fields.text("notepad"),
                fields.object("active", active -> new Profile.Activity(active.flag("now"), active.time("last"))),
                fields.decimal("score"),
                fields.time("created_at"),
                fields.time("updated_at"));
    }

    private static Profile.Person person(JsonFields fields) {
        return new Profile.Person(
                fields.text("nickname"),
                fields.text("avatar"),
                fields.text("gender"),
                fields.text("phone"),
                fields.text("address"),
                fields.text("description"),
                fields.text("website"),
                fields.smallNumber("timezone"),
                fields.objects("profiles", ProfileReader::socialProfile),
                fields.object("employment", ProfileReader::employment),
                fields.object("geolocation", GeolocationReader::geolocation),
                fields.textList("locales"));
    }

    private static Profile.SocialProfile socialProfile(JsonFields fields) {
        return new Profile.SocialProfile(fields.text("type"), fields.text("handle"), fields.text("url"));
    }

    private static Profile.Employment employment(JsonFields fields) {
        return new Profile.Employment(
                fields.text("name"),
                fields.text("domain"),
                fields.text("title"),
                fields.text("role"),
                fields.text("seniority"));
    }

    private static Profile.Company company(JsonFields fields) {
        return new Profile.Company(
                fields.text("name"),
                fields.text("legal_name"),
                fields.text("domain"),
                fields.text("url"),
                fields.text("description"),
                fields.smallNumber("timezone"),
                fields.textList("phones"),
                fields.textList("emails"),
                fields.object("geolocation", GeolocationReader::geolocation),
                fields.object("metrics", ProfileReader::metrics),
                fields.textList("tags"));
    }

    private static Profile.Metrics metrics(JsonFields fields) {
        return new Profile.Metrics(
                fields.wholeNumber("employees"),
                fields.decimal("market_cap"),
                fields.decimal("raised"),
                fields.decimal("arr"));
    }
}
