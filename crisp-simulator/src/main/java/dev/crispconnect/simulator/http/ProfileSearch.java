package dev.crispconnect.simulator.http;

import dev.crispconnect.simulator.workspace.Profile;
import dev.crispconnect.simulator.workspace.ProfileQuery;
import dev.crispconnect.simulator.workspace.ProfileQuery.Sort;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The query of the list of profiles (Crisp API reference, section 3.11). Text looks into the e-mail address, the nickname
 * and the company's name. A filter's criterion is a path in the profile, or {@code data.} and a key of the custom data.
 */
record ProfileSearch(Paging paging) {

    ProfileQuery query(Query query, int page) {
        return new ProfileQuery(
                page,
                paging.perPage(query),
                sort(query),
                ascending(query),
                query.date("filter_date_start").orElse(null),
                query.date("filter_date_end").orElse(null),
                filter(query));
    }

    private static Sort sort(Query query) {
        String field = query.text("sort_field").orElse("updated_at");
        return switch (field) {
            case "updated_at" -> Sort.UPDATED_AT;
            case "created_at" -> Sort.CREATED_AT;
            default -> throw notAllowed("query.sort_field");
        };
    }

    private static boolean ascending(Query query) {
        String order = query.text("sort_order").orElse("descending");
        return switch (order) {
            case "ascending" -> true;
            case "descending" -> false;
            default -> throw notAllowed("query.sort_order");
        };
    }

    /** Null for no filter at all. */
    private static Predicate<Profile> filter(Query query) {
        boolean all = matchesAll(query);
        Predicate<Profile> text =
                query.text("search_text").map(ProfileSearch::text).orElse(null);
        Predicate<Profile> clauses =
                query.text("search_filter").map(json -> clauses(json, all)).orElse(null);
        return text == null || clauses == null ? Optional.ofNullable(text).orElse(clauses) : text.and(clauses);
    }

    private static boolean matchesAll(Query query) {
        String operator = query.text("search_operator").orElse("and");
        return switch (operator) {
            case "and" -> true;
            case "or" -> false;
            default -> throw notAllowed("query.search_operator");
        };
    }

    private static Predicate<Profile> text(String searched) {
        String wanted = searched.toLowerCase(Locale.ROOT);
        return profile -> contains(profile.email(), wanted)
                || contains(profile.person().get("nickname"), wanted)
                || contains(profile.company().get("name"), wanted);
    }

    private static boolean contains(Object value, String wanted) {
        return value instanceof String text && text.toLowerCase(Locale.ROOT).contains(wanted);
    }

    private static Predicate<Profile> clauses(String json, boolean all) {
        List<FilterClause> clauses = FilterClause.parse("query.search_filter", "people", json);
        return profile -> {
            Map<String, Object> wire = Wire.profile(profile);
            wire.put("data", profile.data());
            return all
                    ? clauses.stream().allMatch(clause -> clause.holds(wire))
                    : clauses.stream().anyMatch(clause -> clause.holds(wire));
        };
    }

    private static Refusal notAllowed(String parameter) {
        return Refusal.invalid(parameter + " should be equal to one of the allowed values");
    }
}
