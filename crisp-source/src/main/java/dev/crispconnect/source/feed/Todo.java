package dev.crispconnect.source.feed;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;

/** What has to be read on account of events, gathered until the next look, as one list call serves many. Bounded. */
final class Todo {

    private static final int MOST = 10_000;

    private final Set<String> elements = new LinkedHashSet<>();
    private final Deque<Task> errands = new ArrayDeque<>();
    private boolean list;

    /** A piece of reading for one element. */
    record Task(String id, Heard.Errand errand) {}

    void add(Heard heard) {
        if (heard.errand() != null && errands.size() < MOST) {
            errands.add(new Task(heard.id(), heard.errand()));
        }
        if (heard.follow() == Heard.Follow.ELEMENT && elements.size() < MOST) {
            elements.add(heard.id());
        }
        list |= heard.follow() != Heard.Follow.NOTHING;
    }

    boolean isEmpty() {
        return !list && elements.isEmpty() && errands.isEmpty();
    }

    /**
     * The list is about to be read for all there is. What is added from here on calls for another look, even of an element
     * that the list brings: it may have changed once more.
     */
    Set<String> lookBegins() {
        list = false;
        Set<String> wanted = new LinkedHashSet<>(elements);
        elements.clear();
        return wanted;
    }

    /** These were not read after all. */
    void postpone(Collection<String> ids) {
        elements.addAll(ids);
    }

    /** The next errand; null when there is none. */
    Task takeErrand() {
        return errands.poll();
    }
}
