package dev.crispconnect.simulator.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.simulator.ManualClock;
import dev.crispconnect.simulator.switches.Switches;
import dev.crispconnect.simulator.workspace.ConversationQuery.Page;
import dev.crispconnect.simulator.workspace.MessageWindow.Batch;
import dev.crispconnect.simulator.workspace.MessageWindow.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class PagingTest {

    private static final Instant START = Instant.parse("2026-03-02T09:30:00Z");

    @Property(tries = 100)
    void pagesOfAListThatStandsStillBringEveryConversationOnceAndInOrder(
            @ForAll @Size(max = 60) List<@IntRange(max = 3) Integer> pausesSeconds,
            @ForAll @IntRange(min = 1, max = 25) int perPage) {
        ManualClock clock = new ManualClock(START);
        Workspace workspace = new Workspace("w", 1, new Switches(), clock::now);
        List<String> sessions = new ArrayList<>();
        for (int pause : pausesSeconds) {
            sessions.add(workspace.conversations().start().sessionId());
            clock.advance(Duration.ofSeconds(pause));
            workspace.visitorWrites(sessions.get((sessions.size() * 7) % sessions.size()), "Hello");
            workspace.conversations().changeMeta(sessions.get(sessions.size() / 2), Map.of("subject", "s" + pause));
        }

        List<Conversation> walked = walk(workspace, perPage);

        assertThat(walked).hasSameSizeAs(sessions);
        assertThat(walked).extracting(Conversation::sessionId).containsExactlyInAnyOrderElementsOf(sessions);
        assertThat(walked).isSortedAccordingTo((a, b) -> b.updatedAt().compareTo(a.updatedAt()));
    }

    @Property(tries = 100)
    void walkingBackwardsFromTheOldestOfEachBatchBringsEveryMessageOfDistinctTimes(
            @ForAll @IntRange(max = 130) int messages, @ForAll @IntRange(min = 1, max = 45) int size) {
        ManualClock clock = new ManualClock(START);
        Workspace workspace = new Workspace("w", 1, new Switches(), clock::now);
        String sessionId = workspace.conversations().start().sessionId();
        for (int i = 0; i < messages; i++) {
            clock.advance(Duration.ofMillis(1));
            workspace.visitorWrites(sessionId, "Message " + i);
        }

        List<Message> walked = new ArrayList<>();
        Batch batch = workspace.messages().batch(sessionId, new MessageWindow(Kind.NEWEST, START, size, false));
        walked.addAll(batch.messages());
        while (batch.more()) {
            Instant oldest = walked.get(0).timestamp();
            batch = workspace.messages().batch(sessionId, new MessageWindow(Kind.BEFORE, oldest, size, false));
            walked.addAll(0, batch.messages());
        }

        assertThat(walked).isEqualTo(workspace.messages().of(sessionId));
    }

    private static List<Conversation> walk(Workspace workspace, int perPage) {
        List<Conversation> walked = new ArrayList<>();
        Page<Conversation> page = new Page<>(List.of(), true);
        for (int number = 1; page.more(); number++) {
            page = workspace
                    .conversations()
                    .list(new ConversationQuery(number, perPage, ListOrder.UPDATED, true, null, null, null, null));
            walked.addAll(page.items());
        }
        return walked;
    }
}
