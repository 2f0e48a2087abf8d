package dev.crispconnect.simulator.workspace;

import dev.crispconnect.simulator.workspace.ConversationQuery.Page;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What Crisp's app offers to choose from, as it is in use already (Crisp API reference, section 3.11). A suggestion that was
 * removed is offered again once somebody uses it anew; what uses it stays as it is. Thread-safe: guarded by {@link People}.
 */
public final class PeopleSuggestions {

    /** What is suggested. */
    public enum Kind {
        /** Segments of profiles. */
        SEGMENT,
        /** Keys of custom data. */
        DATA,
        /** Texts of events. */
        EVENT
    }

    /**
     * One of them.
     *
     * @param count how often it is used
     */
    public record Suggestion(String name, long count) {}

    private static final Comparator<Suggestion> ORDER =
            Comparator.comparingLong(Suggestion::count).reversed().thenComparing(Suggestion::name);

    private final People people;
    private final ProfileStore profiles;
    private final PeopleLog log;
    private final ServerVoice voice;
    private final Map<Kind, Set<String>> removed = new EnumMap<>(Kind.class);

    PeopleSuggestions(People people, ProfileStore profiles, PeopleLog log, ServerVoice voice) {
        this.people = people;
        this.profiles = profiles;
        this.log = log;
        this.voice = voice;
        EnumSet.allOf(Kind.class).forEach(kind -> removed.put(kind, new HashSet<>()));
    }

    /** One page, what is used most first. */
    public Page<Suggestion> list(Kind kind, int page, int perPage) {
        synchronized (people) {
            List<Suggestion> found = counts(kind).entrySet().stream()
                    .map(count -> new Suggestion(count.getKey(), count.getValue()))
                    .sorted(ORDER)
                    .skip((page - 1L) * perPage)
                    .limit(perPage + 1L)
                    .toList();
            boolean more = found.size() > perPage;
            return new Page<>(more ? found.subList(0, perPage) : found, more);
        }
    }

    /**
     * It is suggested no more.
     *
     * @throws AbsentException when it is not suggested
     */
    public void remove(Kind kind, String name) {
        synchronized (people) {
            if (!counts(kind).containsKey(name)) {
                throw new AbsentException(AbsentException.Kind.SUGGESTION, name);
            }
            removed.get(kind).add(name);
            voice.changed();
        }
    }

    /** What a profile has that it did not have before is in use anew. */
    void used(Profile before, Profile after) {
        used(Kind.SEGMENT, before.segments(), after.segments());
        used(Kind.DATA, before.data().keySet(), after.data().keySet());
    }

    void used(Kind kind, String name) {
        removed.get(kind).remove(name);
    }

    private void used(Kind kind, Collection<String> before, Collection<String> after) {
        after.stream().filter(name -> !before.contains(name)).forEach(name -> used(kind, name));
    }

    private Map<String, Long> counts(Kind kind) {
        Set<String> hidden = removed.get(kind);
        return uses(kind)
                .filter(name -> !hidden.contains(name))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private Stream<String> uses(Kind kind) {
        return switch (kind) {
            case SEGMENT -> profiles.stream().flatMap(profile -> profile.segments().stream());
            case DATA -> profiles.stream().flatMap(profile -> profile.data().keySet().stream());
            case EVENT -> log.allEvents().map(PersonEvent::text);
        };
    }
}
