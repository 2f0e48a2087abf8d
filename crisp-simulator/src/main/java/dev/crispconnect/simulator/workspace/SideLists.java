package dev.crispconnect.simulator.workspace;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What belongs to a conversation besides its messages (Crisp API reference, sections 3.4 and 3.5). Lists are newest first.
 * Every method throws {@link AbsentException} when there is no such conversation. Thread-safe.
 */
public final class SideLists {

    private final ConversationStore store;

    SideLists(ConversationStore store) {
        this.store = store;
    }

    /**
     * Conversations that one was split off from, and into.
     *
     * @param parent null when there is none
     */
    public record Relations(String parent, List<String> children) {}

    /** The pages its visitor looked at. */
    public List<PageView> pages(String sessionId) {
        synchronized (store) {
            return newestFirst(store.read(sessionId).aside().pages);
        }
    }

    /** What happened on its visitor's side. */
    public List<VisitorEvent> events(String sessionId) {
        synchronized (store) {
            return newestFirst(store.read(sessionId).aside().events);
        }
    }

    /** The files sent in it, by either side. */
    public List<SharedFile> files(String sessionId) {
        synchronized (store) {
            return newestFirst(store.read(sessionId).messages().all().stream()
                    .filter(message -> message.type().equals("file"))
                    .map(SharedFile::of)
                    .toList());
        }
    }

    /** What it was split off from, and into. */
    public Relations relations(String sessionId) {
        synchronized (store) {
            Aside aside = store.read(sessionId).aside();
            return new Relations(aside.parent, List.copyOf(aside.children));
        }
    }

    /** Makes one conversation the child of another, as splitting a conversation does. */
    public void relate(String parentSessionId, String childSessionId) {
        synchronized (store) {
            Aside parent = store.get(parentSessionId).aside();
            store.get(childSessionId).aside().parent = parentSessionId;
            if (!parent.children.contains(childSessionId)) {
                parent.children.add(childSessionId);
            }
            store.changes().made();
        }
    }

    private static <T> List<T> newestFirst(List<T> oldestFirst) {
        List<T> reversed = new ArrayList<>(oldestFirst);
        Collections.reverse(reversed);
        return reversed;
    }
}
