package dev.crispconnect.simulator.workspace;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What operators are offered when they type a segment or the name of custom data (Crisp API reference, section 3.2): what
 * conversations have already, the most frequent first. Counted at each call. Thread-safe.
 */
public final class Suggestions {

    private final Conversations conversations;
    private final Set<String> forgottenSegments = new HashSet<>();
    private final Changes changes;
    private final Set<String> forgottenKeys = new HashSet<>();

    Suggestions(Conversations conversations, Changes changes) {
        this.conversations = conversations;
        this.changes = changes;
    }

    /**
     * One of them.
     *
     * @param count how many conversations have it
     */
    public record Suggestion(String name, int count) {}

    /** Segments. */
    public List<Suggestion> segments() {
        return counted(Conversation::segments, forgottenSegments);
    }

    /** Names of custom data. */
    public List<Suggestion> dataKeys() {
        return counted(
                conversation -> conversation.data().keySet().stream()
                        .map(String.class::cast)
                        .toList(),
                forgottenKeys);
    }

    /** Offers a segment no more. Conversations keep it. */
    public void forgetSegment(String segment) {
        forget(segment, forgottenSegments);
    }

    /** Offers a name no more. Conversations keep it. */
    public void forgetDataKey(String key) {
        forget(key, forgottenKeys);
    }

    private void forget(String name, Set<String> forgotten) {
        synchronized (forgotten) {
            if (forgotten.add(name)) {
                changes.made();
            }
        }
    }

    private List<Suggestion> counted(Function<Conversation, Collection<String>> names, Set<String> forgotten) {
        Map<String, Integer> counts = new HashMap<>();
        conversations.each(
                conversation -> names.apply(conversation).forEach(name -> counts.merge(name, 1, Integer::sum)));
        synchronized (forgotten) {
            counts.keySet().removeAll(forgotten);
        }
        return counts.entrySet().stream()
                .map(entry -> new Suggestion(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingInt(Suggestion::count).reversed().thenComparing(Suggestion::name))
                .toList();
    }
}
