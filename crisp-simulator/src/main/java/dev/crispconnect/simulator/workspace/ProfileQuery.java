package dev.crispconnect.simulator.workspace;

import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;

/**
 * Which profiles, in which order (Crisp API reference, section 3.11).
 *
 * @param page from 1
 * @param text what the e-mail address or the nickname contains; null for every profile
 * @param createdFrom inclusive; null for no bound
 * @param createdTo inclusive; null for no bound
 */
public record ProfileQuery(
        int page, int perPage, Sort sort, boolean ascending, String text, Instant createdFrom, Instant createdTo) {

    /** What profiles are sorted by. */
    public enum Sort {
        CREATED_AT,
        UPDATED_AT
    }

    public ProfileQuery {
        Objects.requireNonNull(sort, "sort");
    }

    Comparator<Profile> comparator() {
        Comparator<Profile> ascendingOrder = Comparator.comparing(
                        sort == Sort.CREATED_AT ? Profile::createdAt : Profile::updatedAt)
                .thenComparing(Profile::peopleId);
        return ascending ? ascendingOrder : ascendingOrder.reversed();
    }

    boolean accepts(Profile profile) {
        return (createdFrom == null || !profile.createdAt().isBefore(createdFrom))
                && (createdTo == null || !profile.createdAt().isAfter(createdTo))
                && (text == null || contains(profile.email()) || contains(profile.nickname()));
    }

    private boolean contains(String value) {
        return value != null && value.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
    }
}
