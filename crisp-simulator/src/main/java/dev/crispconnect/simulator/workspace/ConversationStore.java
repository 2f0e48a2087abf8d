package dev.crispconnect.simulator.workspace;

import dev.crispconnect.simulator.switches.Switches;
import dev.crispconnect.simulator.switches.WorkspaceSwitch;
import dev.crispconnect.simulator.switches.WorkspaceSwitch.Change;
import dev.crispconnect.simulator.workspace.AbsentException.Kind;
import dev.crispconnect.simulator.workspace.ConversationQuery.Page;
import dev.crispconnect.simulator.workspace.Pasts.Found;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The conversations of one website. Those that were touched are stored, and kept sorted in every order they are listed in;
 * those of a made-up past are made up when somebody looks at them, and stored with their first change. All access goes
 * through the monitor of this object.
 */
final class ConversationStore {

    private final InstantSource clock;
    private final Switches switches;
    private final Changes changes;
    private final Map<String, StoredConversation> stored = new HashMap<>();
    private final SortedConversations sorted = new SortedConversations();
    private final Pasts pasts;
    private long touches;

    ConversationStore(InstantSource clock, Switches switches, SessionIds sessions, Changes changes) {
        this.clock = clock;
        this.switches = switches;
        this.changes = changes;
        this.pasts = new Pasts(sessions);
    }

    Switches switches() {
        return switches;
    }

    /** Where everything that changes the website is counted. */
    Changes changes() {
        return changes;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    Pasts pasts() {
        return pasts;
    }

    /** How many touches there were: the next conversation is touched later than all others. */
    long touches() {
        return touches;
    }

    synchronized void add(StoredConversation conversation) {
        conversation.touches = ++touches;
        keep(conversation);
        changes.made();
    }

    synchronized void add(Past past) {
        pasts.add(past);
        touches += past.size();
        changes.made();
    }

    /** @throws AbsentException when there is none */
    synchronized void remove(String sessionId) {
        StoredConversation conversation = stored.remove(sessionId);
        if (conversation != null) {
            sorted.remove(conversation);
        } else {
            pasts.find(sessionId).orElseThrow(() -> absent(sessionId)).leave();
        }
        changes.made();
    }

    /** The conversation as it is, to be read: what is changed in it may be lost. */
    synchronized Optional<StoredConversation> find(String sessionId) {
        StoredConversation conversation = stored.get(sessionId);
        return conversation != null
                ? Optional.of(conversation)
                : pasts.find(sessionId).map(Found::conversation);
    }

    /**
     * The conversation as it is, to be read: what is changed in it may be lost.
     *
     * @throws AbsentException when there is none
     */
    synchronized StoredConversation read(String sessionId) {
        return find(sessionId).orElseThrow(() -> absent(sessionId));
    }

    /**
     * The conversation, which is stored from now on: for changes to what no list and no snapshot shows.
     *
     * @throws AbsentException when there is none
     */
    synchronized StoredConversation get(String sessionId) {
        StoredConversation conversation = stored.get(sessionId);
        if (conversation == null) {
            conversation =
                    pasts.find(sessionId).orElseThrow(() -> absent(sessionId)).leave();
            keep(conversation);
        }
        return conversation;
    }

    /** Changes a conversation; a change that changes nothing leaves {@code updated_at} alone. */
    synchronized Conversation change(String sessionId, Change change, Predicate<StoredConversation> work) {
        StoredConversation conversation = get(sessionId);
        if (work.test(conversation)) {
            sorted.remove(conversation);
            if (switches.get(WorkspaceSwitch.MOVES_UPDATED_AT).contains(change)) {
                conversation.updatedAt = now();
                conversation.touches = ++touches;
            }
            conversation.changed();
            sorted.add(conversation);
            changes.made();
        }
        return conversation.snapshot();
    }

    synchronized Page<Conversation> list(ConversationQuery query) {
        List<Conversation> items = new ArrayList<>(query.perPage());
        Merge merge = merge(query);
        long skip = (query.page() - 1L) * query.perPage();
        if (!query.filters()) {
            merge.skip(skip);
            skip = 0;
        }
        for (; merge.present(); merge.advance()) {
            if (!query.accepts(merge)) {
                continue;
            }
            if (skip > 0) {
                skip--;
            } else if (items.size() == query.perPage()) {
                return new Page<>(items, true);
            } else {
                items.add(merge.conversation());
            }
        }
        return new Page<>(items, false);
    }

    synchronized void each(Consumer<? super Conversation> viewer) {
        Merge merge = new Merge(runs(ListOrder.CREATED, true), null, null);
        for (; merge.present(); merge.advance()) {
            viewer.accept(merge.conversation());
        }
    }

    List<Conversation> all() {
        List<Conversation> all = new ArrayList<>();
        each(all::add);
        Collections.reverse(all);
        return Collections.unmodifiableList(all);
    }

    /** Those that are stored, oldest first. */
    synchronized List<Conversation> stored() {
        List<Conversation> all = new ArrayList<>(stored.size());
        Merge merge = new Merge(sorted.runs(ListOrder.CREATED, true), null, null);
        for (; merge.present(); merge.advance()) {
            all.add(merge.conversation());
        }
        Collections.reverse(all);
        return Collections.unmodifiableList(all);
    }

    /** How many there are. */
    synchronized long count() {
        return stored.size() + pasts.left();
    }

    /** How many of them are stored. */
    synchronized int storedCount() {
        return stored.size();
    }

    private void keep(StoredConversation conversation) {
        stored.put(conversation.sessionId, conversation);
        sorted.add(conversation);
    }

    private Merge merge(ConversationQuery query) {
        List<Run> runs = runs(query.order(), query.includeEmpty());
        boolean byUpdate = query.order() == ListOrder.UPDATED;
        return new Merge(
                runs,
                byUpdate && query.updatedTo() != null ? ListOrder.Place.of(query.updatedTo()) : null,
                byUpdate && query.updatedFrom() != null ? ListOrder.Place.after(query.updatedFrom()) : null);
    }

    private List<Run> runs(ListOrder order, boolean includeEmpty) {
        List<Run> runs = new ArrayList<>(sorted.runs(order, includeEmpty));
        runs.addAll(pasts.runs(order, includeEmpty));
        return runs;
    }

    private static AbsentException absent(String sessionId) {
        return new AbsentException(Kind.CONVERSATION, sessionId);
    }
}
