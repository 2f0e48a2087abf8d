package dev.crispconnect.client.people;

import java.time.Instant;
import java.util.List;

/**
 * A contact (Crisp API reference, section 4.6). Every field but the id may be null; lists are never null. Custom data
 * is not part of a profile: it has calls of its own.
 */
public record Profile(
        String peopleId,
        String email,
        Person person,
        Company company,
        List<String> segments,
        String notepad,
        Activity active,
        Double score,
        Instant createdAt,
        Instant updatedAt) {

    public Profile {
        segments = segments == null ? List.of() : List.copyOf(segments);
    }

    /** Shows which contact it is, never who. */
    @Override
    public String toString() {
        return "Profile[" + peopleId + "]";
    }

    /** Whether the person is here now, and when last seen. */
    public record Activity(Boolean now, Instant last) {}

    /** The person. {@code timezone} in minutes, negative east of UTC. */
    public record Person(
            String nickname,
            String avatar,
            String gender,
            String phone,
            String address,
            String description,
            String website,
            Integer timezone,
            List<SocialProfile> profiles,
            Employment employment,
            Geolocation geolocation,
            List<String> locales) {

        public Person {
            profiles = profiles == null ? List.of() : List.copyOf(profiles);
            locales = locales == null ? List.of() : List.copyOf(locales);
        }

        /** Shows nothing of the contact. */
        @Override
        public String toString() {
            return "Person[]";
        }
    }

    /** An account elsewhere. */
    public record SocialProfile(String type, String handle, String url) {

        /** Shows nothing of the contact. */
        @Override
        public String toString() {
            return "SocialProfile[]";
        }
    }

    /** Where the person works. */
    public record Employment(String name, String domain, String title, String role, String seniority) {

        /** Shows nothing of the contact. */
        @Override
        public String toString() {
            return "Employment[]";
        }
    }

    /** The person's company. {@code timezone} in minutes, negative east of UTC. */
    public record Company(
            String name,
            String legalName,
            String domain,
            String url,
            String description,
            Integer timezone,
            List<String> phones,
            List<String> emails,
            Geolocation geolocation,
            Metrics metrics,
            List<String> tags) {

        public Company {
            phones = phones == null ? List.of() : List.copyOf(phones);
            emails = emails == null ? List.of() : List.copyOf(emails);
            tags = tags == null ? List.of() : List.copyOf(tags);
        }

        /** Shows nothing of the contact. */
        @Override
        public String toString() {
            return "Company[]";
        }
    }

    /** Figures of a company. */
    public record Metrics(Long employees, Double marketCap, Double raised, Double arr) {}
}
