package dev.crispconnect.source.feed;

import dev.crispconnect.source.position.Identities;
import dev.crispconnect.source.record.Draft;
import java.util.List;

/**
 * What an event means for a unit.
 *
 * @param id of the element that it is about; null when it means nothing
 * @param drafts what is to be emitted for it at once
 * @param identities of what has been emitted once the drafts are, each with the time that it bears: looks may come by it
 *     at that time, or when it was told, whichever is later
 * @param gone whether the element is no more
 * @param follow what is to be read on account of it
 * @param errand a piece of reading of its own; null when there is none
 * @param onEmitted what to remember once it has been emitted
 */
record Heard(
        String id,
        List<Draft> drafts,
        List<Identities.Entry> identities,
        boolean gone,
        Follow follow,
        Errand errand,
        Runnable onEmitted) {

    /** It is about nothing that is emitted. */
    static final Heard NOTHING = new Heard(null, List.of(), List.of(), false, Follow.NOTHING, null, () -> {});

    Heard {
        drafts = List.copyOf(drafts);
        identities = List.copyOf(identities);
    }

    /** What is to be read. */
    enum Follow {
        NOTHING,
        /** The list: the element has moved to its front. */
        LIST,
        /** The list, and if that does not bring the element, the element itself. */
        ELEMENT
    }

    /** A piece of reading that brings records of one element, and identities as an event would. */
    interface Errand {
        /** Waits as long as Crisp cannot answer. */
        Finding run(Look look) throws InterruptedException;
    }

    /** The element is not what it was. */
    static Heard changed(String id, Follow follow) {
        return new Heard(id, List.of(), List.of(), false, follow, null, () -> {});
    }

    /** The element is no more. */
    static Heard gone(String id, List<Draft> drafts) {
        return new Heard(id, drafts, List.of(), true, Follow.NOTHING, null, () -> {});
    }

    /** Something of the element has to be read before it can be emitted. */
    static Heard unclear(String id, Errand errand) {
        return new Heard(id, List.of(), List.of(), false, Follow.NOTHING, errand, () -> {});
    }

    /** The same, but the element is read first. */
    Heard later() {
        return new Heard(
                id, List.of(), List.of(), false, Follow.ELEMENT, errand == null ? this::tell : errand, () -> {});
    }

    private Finding tell(Look look) {
        if (identities.stream().anyMatch(told -> look.emitted().contains(told.identity()))) {
            return new Finding(List.of(), List.of());
        }
        onEmitted.run();
        return new Finding(drafts, identities);
    }
}
