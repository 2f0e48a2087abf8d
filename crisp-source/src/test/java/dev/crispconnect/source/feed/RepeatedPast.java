package dev.crispconnect.source.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.client.conversation.Message;
import dev.crispconnect.source.position.Scope;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;

/** A request for the past, made when everything had arrived, and what came of it. */
final class RepeatedPast {

    private static final String REQUEST = "once more";

    private final FakeWorkspace workspace;
    private final FollowedInbox inbox;

    /** By conversation, the messages that there were. */
    private final Map<String, List<Long>> requested = new HashMap<>();

    /** What had arrived by then. */
    private final Set<SourceRecord> emittedBefore = Collections.newSetFromMap(new IdentityHashMap<>());

    private RepeatedPast(FakeWorkspace workspace, FollowedInbox inbox) {
        this.workspace = workspace;
        this.inbox = inbox;
        workspace.sessions().forEach(session -> requested.put(session, written(session)));
        emittedBefore.addAll(inbox.topic("messages"));
    }

    /** Restarts the task with a request. */
    static RepeatedPast request(FakeWorkspace workspace, FollowedInbox inbox) {
        inbox.restartWith(new Snapshot(true, Scope.ALL, true, REQUEST));
        return new RepeatedPast(workspace, inbox);
    }

    void assertCameOnceMoreAndNothingElseTwice() {
        boolean walked = inbox.stored().map(position -> position.walk().done()).orElse(false);
        for (String session : workspace.sessions()) {
            assertThat(messages(session, entry -> !isRepeat(entry)))
                    .as("first of %s", session)
                    .containsExactlyElementsOf(written(session));
            assertThat(messages(session, RepeatedPast::isRepeat))
                    .as("again of %s", session)
                    .doesNotHaveDuplicates()
                    .isSubsetOf(written(session))
                    .isSorted();
            if (walked) {
                // a crash may have taken back what was emitted before: what came first since was not to come once more
                List<Long> again = new ArrayList<>(messages(session, emittedBefore::contains));
                again.retainAll(requested.getOrDefault(session, List.of()));
                assertThat(messages(session, entry -> isRepeat(entry) || isFirstByTheWalk(entry)))
                        .as("asked for of %s", session)
                        .containsAll(again);
            }
        }
    }

    private static boolean isFirstByTheWalk(SourceRecord entry) {
        return entry.headers().lastWithName("crisp.via").value().equals("backfill")
                && FollowedInbox.position(entry).request().id().equals(REQUEST);
    }

    private List<Long> written(String session) {
        return workspace.messages.get(session).stream()
                .map(Message::fingerprint)
                .toList();
    }

    private List<Long> messages(String session, Predicate<SourceRecord> which) {
        return inbox.topic("messages").stream()
                .filter(which)
                .map(entry -> (Struct) entry.value())
                .filter(value -> value.getString("session_id").equals(session))
                .map(value -> value.getInt64("fingerprint"))
                .toList();
    }

    private static boolean isRepeat(SourceRecord entry) {
        return entry.headers().lastWithName("crisp.via").value().equals("backfill")
                && entry.headers().lastWithName("crisp.op").value().equals("update");
    }
}
