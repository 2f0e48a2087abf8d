package dev.crispconnect.source.feed;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
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

    /** The list is about to be read. What is added from here on calls for another look. */
    Set<String> lookBegins() {
        list = false;
        return new LinkedHashSet<>(elements);
    }

    /** The list brought these. */
    void brought(Set<String> ids) {
        elements.removeAll(ids);
    }

    /** Takes what is to be read by itself, not more than {@code most} of it; the rest waits for the next look. */
    List<String> takeElements(Set<String> eligible, int most) {
        List<String> taken = new ArrayList<>();
        for (String id : eligible) {
            if (taken.size() < most && elements.remove(id)) {
                taken.add(id);
            }
        }
        return taken;
    }

    /** The next errand; null when there is none. */
    Task takeErrand() {
        return errands.poll();
    }
}
