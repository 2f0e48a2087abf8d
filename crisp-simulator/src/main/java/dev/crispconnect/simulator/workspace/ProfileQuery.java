package dev.crispconnect.simulator.workspace;

import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * Which profiles, in which order (Crisp API reference, section 3.11).
 *
 * @param page from 1
 * @param createdFrom inclusive; null for no bound
 * @param createdTo inclusive; null for no bound
 * @param filter what else must hold; null for nothing, which lets a deep page be found without a look at those before it
 */
public record ProfileQuery(
        int page,
        int perPage,
        Sort sort,
        boolean ascending,
        Instant createdFrom,
        Instant createdTo,
        Predicate<Profile> filter) {

    /** What profiles are sorted by. */
    public enum Sort {
        CREATED_AT(Comparator.comparing(Profile::createdAt)),
        UPDATED_AT(Comparator.comparing(Profile::updatedAt));

        @SuppressWarnings("ImmutableEnumChecker") // comparators of method references hold no state
        private final Comparator<Profile> order;

        Sort(Comparator<Profile> order) {
            this.order = order.thenComparing(Profile::peopleId);
        }

        /** The oldest first, equal times by people_id. */
        Comparator<Profile> order() {
            return order;
        }
    }

    public ProfileQuery {
        Objects.requireNonNull(sort, "sort");
    }

    /** How many of those that match come before its page. */
    long skipped() {
        return (page - 1L) * perPage;
    }

    boolean notBefore(Profile profile) {
        return createdFrom == null || !profile.createdAt().isBefore(createdFrom);
    }

    boolean notAfter(Profile profile) {
        return createdTo == null || !profile.createdAt().isAfter(createdTo);
    }

    boolean accepts(Profile profile) {
        return notBefore(profile) && notAfter(profile) && (filter == null || filter.test(profile));
    }
}
