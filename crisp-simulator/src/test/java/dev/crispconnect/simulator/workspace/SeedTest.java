package dev.crispconnect.simulator.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.simulator.ManualClock;
import dev.crispconnect.simulator.switches.Switches;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SeedTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:30:00Z");

    @Test
    void aSeededPastHasWhatWasAskedFor() {
        Workspace workspace = seeded(30, 4, 10);

        List<Conversation> conversations = workspace.conversations().all();
        assertThat(conversations).hasSize(30);
        assertThat(conversations)
                .allSatisfy(conversation -> assertThat(workspace.messages().of(conversation.sessionId()))
                        .hasSize(4));
        assertThat(workspace.people().all()).hasSize(10);
        assertThat(conversations.stream().filter(c -> c.peopleId() != null)).hasSize(10);
    }

    @Test
    void allNineTypesOfMessageOccur() {
        Workspace workspace = seeded(10, 4, 0);

        assertThat(workspace.conversations().all().stream()
                        .flatMap(c -> workspace.messages().of(c.sessionId()).stream())
                        .map(Message::type))
                .contains("text", "note", "file", "animation", "audio", "picker", "field", "carousel", "event");
    }

    @Test
    void theSameSeedGivesTheSamePast() {
        assertThat(seeded(20, 3, 5).conversations().all())
                .isEqualTo(seeded(20, 3, 5).conversations().all());
    }

    @Test
    void nothingOfThePastLiesInTheFuture() {
        Workspace workspace = seeded(50, 5, 5);

        assertThat(workspace.conversations().all()).allSatisfy(conversation -> {
            assertThat(conversation.createdAt()).isBetween(NOW.minus(Duration.ofDays(90)), NOW);
            assertThat(conversation.updatedAt()).isBetween(conversation.createdAt(), NOW);
            assertThat(workspace.messages().of(conversation.sessionId()))
                    .allSatisfy(message -> assertThat(message.timestamp()).isBeforeOrEqualTo(conversation.updatedAt()));
        });
    }

    @Test
    void addressesAreExamplesOnly() {
        Workspace workspace = seeded(10, 1, 10);

        assertThat(workspace.people().all())
                .extracting(Profile::email)
                .doesNotHaveDuplicates()
                .allMatch(email -> email.endsWith("@example.org"));
        assertThat(workspace.conversations().all())
                .allMatch(c -> c.meta().get("email").toString().endsWith("@example.org"));
    }

    @Test
    @Timeout(10)
    void twentyThousandConversationsAreNoBurden() {
        assertThat(seeded(20_000, 5, 1_000).conversations().all()).hasSize(20_000);
    }

    private static Workspace seeded(int conversations, int messagesEach, int profiles) {
        ManualClock clock = new ManualClock(NOW);
        Workspace workspace = new Workspace("w", 3, new Switches(), clock::now);
        workspace.seed(conversations, messagesEach, profiles);
        return workspace;
    }
}
