package dev.crispconnect.simulator.workspace;

import dev.crispconnect.simulator.workspace.ConversationQuery.Page;
import dev.crispconnect.simulator.workspace.ProfileQuery.Sort;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Profiles by identifier, by e-mail address, and sorted in every order they are listed in. Guarded by {@link People}. */
final class ProfileStore {

    private final Map<String, Profile> byId = new LinkedHashMap<>();
    private final Map<String, Set<String>> idsByEmail = new HashMap<>();
    private final Map<Sort, RankedSet<Profile>> sorted = new EnumMap<>(Sort.class);

    ProfileStore() {
        for (Sort sort : Sort.values()) {
            sorted.put(sort, new RankedSet<>(sort.order()));
        }
    }

    /** In the order in which they were created. */
    List<Profile> all() {
        return List.copyOf(byId.values());
    }

    Stream<Profile> stream() {
        return byId.values().stream();
    }

    int count() {
        return byId.size();
    }

    /** Among profiles that share an e-mail address the one that had it first. */
    Optional<Profile> find(String idOrEmail) {
        Set<String> ids = idsByEmail.get(idOrEmail);
        return Optional.ofNullable(
                byId.get(ids == null ? idOrEmail : ids.iterator().next()));
    }

    /** Whether a profile other than that one has the e-mail address. */
    boolean isTaken(String email, String peopleId) {
        return idsByEmail.getOrDefault(email, Set.of()).stream().anyMatch(id -> !id.equals(peopleId));
    }

    void put(Profile profile) {
        Profile old = byId.put(profile.peopleId(), profile);
        if (old != null) {
            unsort(old);
        }
        if (old == null || !profile.hasEmail(old.email())) {
            forgetEmail(old);
            rememberEmail(profile);
        }
        sorted.values().forEach(order -> order.add(profile));
    }

    void remove(Profile profile) {
        byId.remove(profile.peopleId());
        forgetEmail(profile);
        unsort(profile);
    }

    Page<Profile> list(ProfileQuery query) {
        RankedSet<Profile> order = sorted.get(query.sort());
        boolean byCreation = query.sort() == Sort.CREATED_AT;
        int from = byCreation ? order.countWhile(profile -> !query.notBefore(profile)) : 0;
        int to = byCreation ? order.countWhile(query::notAfter) : order.size();
        boolean undated = query.createdFrom() == null && query.createdTo() == null;
        return query.filter() == null && (byCreation || undated)
                ? counted(order, query, from, Math.max(from, to))
                : searched(order.slice(from, to), query);
    }

    private static Page<Profile> counted(RankedSet<Profile> order, ProfileQuery query, int from, int to) {
        int skipped = (int) Math.min(to - from, query.skipped());
        int length = Math.min(query.perPage(), to - from - skipped);
        int start = query.ascending() ? from + skipped : to - skipped - length;
        List<Profile> items = order.slice(start, start + length);
        if (!query.ascending()) {
            Collections.reverse(items);
        }
        return new Page<>(items, skipped + length < to - from);
    }

    private static Page<Profile> searched(List<Profile> candidates, ProfileQuery query) {
        if (!query.ascending()) {
            Collections.reverse(candidates);
        }
        List<Profile> found = candidates.stream()
                .filter(query::accepts)
                .skip(query.skipped())
                .limit(query.perPage() + 1L)
                .toList();
        boolean more = found.size() > query.perPage();
        return new Page<>(more ? found.subList(0, query.perPage()) : found, more);
    }

    private void unsort(Profile profile) {
        sorted.values().forEach(order -> order.remove(profile));
    }

    private void rememberEmail(Profile profile) {
        if (profile.email() != null) {
            idsByEmail
                    .computeIfAbsent(profile.email(), email -> new LinkedHashSet<>())
                    .add(profile.peopleId());
        }
    }

    private void forgetEmail(Profile profile) {
        if (profile != null && profile.email() != null) {
            idsByEmail.computeIfPresent(profile.email(), (email, ids) -> {
                ids.remove(profile.peopleId());
                return ids.isEmpty() ? null : ids;
            });
        }
    }
}
