package dev.crispconnect.source.record;

import dev.crispconnect.client.people.Profile;
import java.util.Map;

/** A contact (Crisp API reference, section 4.6). */
final class ProfileShape {

    private static final Shape<Profile.Activity> ACTIVITY = Shape.<Profile.Activity>named(
                    "ContactActivity", "Whether a contact is here.")
            .flag("now", Profile.Activity::now, "Whether the contact is here now.")
            .time("last", Profile.Activity::last, "When the contact was last seen.")
            .build();

    private static final Shape<Profile.SocialProfile> SOCIAL = Shape.<Profile.SocialProfile>named(
                    "SocialProfile", "An account elsewhere.")
            .text("type", Profile.SocialProfile::type, "Service.")
            .text("handle", Profile.SocialProfile::handle, "Name there.")
            .text("url", Profile.SocialProfile::url, "Where it is.")
            .build();

    private static final Shape<Profile.Employment> EMPLOYMENT = Shape.<Profile.Employment>named(
                    "Employment", "Where a contact works.")
            .text("name", Profile.Employment::name, "Employer.")
            .text("domain", Profile.Employment::domain, "Domain of the employer.")
            .text("title", Profile.Employment::title, "Title.")
            .text("role", Profile.Employment::role, "Role.")
            .text("seniority", Profile.Employment::seniority, "Seniority.")
            .build();

    private static final Shape<Profile.Person> PERSON = Shape.<Profile.Person>named("Person", "A contact in person.")
            .text("nickname", Profile.Person::nickname, "Name shown.")
            .text("avatar", Profile.Person::avatar, "URL of a picture.")
            .text("gender", Profile.Person::gender, "Gender.")
            .text("phone", Profile.Person::phone, "Phone number.")
            .text("address", Profile.Person::address, "Postal address.")
            .text("description", Profile.Person::description, "Description.")
            .text("website", Profile.Person::website, "Website.")
            .small("timezone", Profile.Person::timezone, "Minutes, negative east of UTC.")
            .structs("profiles", SOCIAL, Profile.Person::profiles, "Accounts elsewhere.")
            .struct("employment", EMPLOYMENT, Profile.Person::employment, "Where the contact works.")
            .struct("geolocation", GeolocationShape.GEOLOCATION, Profile.Person::geolocation, "Where the contact is.")
            .texts("locales", Profile.Person::locales, "Languages, preferred first.")
            .build();

    private static final Shape<Profile.Metrics> METRICS = Shape.<Profile.Metrics>named(
                    "CompanyMetrics", "Figures of a company.")
            .whole("employees", Profile.Metrics::employees, "Number of employees.")
            .number("market_cap", Profile.Metrics::marketCap, "Market capitalisation.")
            .number("raised", Profile.Metrics::raised, "Money raised.")
            .number("arr", Profile.Metrics::arr, "Yearly recurring revenue.")
            .build();

    private static final Shape<Profile.Company> COMPANY = Shape.<Profile.Company>named(
                    "Company", "A contact's company.")
            .text("name", Profile.Company::name, "Name.")
            .text("legal_name", Profile.Company::legalName, "Legal name.")
            .text("domain", Profile.Company::domain, "Domain.")
            .text("url", Profile.Company::url, "Website.")
            .text("description", Profile.Company::description, "Description.")
            .small("timezone", Profile.Company::timezone, "Minutes, negative east of UTC.")
            .texts("phones", Profile.Company::phones, "Phone numbers.")
            .texts("emails", Profile.Company::emails, "E-mail addresses.")
            .struct("geolocation", GeolocationShape.GEOLOCATION, Profile.Company::geolocation, "Where it is.")
            .struct("metrics", METRICS, Profile.Company::metrics, "Figures.")
            .texts("tags", Profile.Company::tags, "Tags.")
            .build();

    static final Shape<Contact> PROFILE = Shape.<Contact>named("Profile", "A contact as it was when it was read.")
            .id("website_id", Contact::websiteId, "Workspace.")
            .id("people_id", contact -> contact.profile().peopleId(), "Identity.")
            .text("email", contact -> contact.profile().email(), "E-mail address.")
            .struct("person", PERSON, contact -> contact.profile().person(), "The person.")
            .struct("company", COMPANY, contact -> contact.profile().company(), "The person's company.")
            .texts("segments", contact -> contact.profile().segments(), "Segments.")
            .text("notepad", contact -> contact.profile().notepad(), "Notes of the operators.")
            .struct(
                    "active",
                    ACTIVITY,
                    contact -> contact.profile().active(),
                    "Presence; a change of it alone is no change.")
            .textMap("data", Contact::data, "Free-form values, where asked for; numbers and booleans as text.")
            .number("score", contact -> contact.profile().score(), "Score.")
            .time("created_at", contact -> contact.profile().createdAt(), "When it was made.")
            .time("updated_at", contact -> contact.profile().updatedAt(), "When it last changed.")
            .build();

    private ProfileShape() {}

    /**
     * A contact with the workspace it belongs to, which Crisp leaves out.
     *
     * @param data its custom data, which Crisp keeps apart; null when not read
     */
    record Contact(String websiteId, Profile profile, Map<String, String> data) {}
}
