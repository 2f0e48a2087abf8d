package dev.crispconnect.source.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.client.Answer;
import dev.crispconnect.client.conversation.Conversation;
import dev.crispconnect.client.conversation.Message;
import dev.crispconnect.client.people.Profile;
import dev.crispconnect.source.position.Identities;
import dev.crispconnect.source.position.Scope;
import dev.crispconnect.source.record.Provenance;
import dev.crispconnect.source.record.RecordMapper;
import dev.crispconnect.source.record.RecordStyle;
import dev.crispconnect.source.record.Topics;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** When contacts are emitted, and when their custom data is read. */
class PeopleTest {

    private static final Instant CREATED = Instant.ofEpochMilli(1_000);
    private static final Provenance PROVENANCE = new Provenance(Provenance.Via.POLL, Provenance.Op.UPDATE);

    private final DataOnly workspace = new DataOnly();
    private Identities emitted = Identities.NONE;
    private boolean repeats;

    @Test
    void withoutDataNothingIsRead() throws InterruptedException {
        Finding finding = find(false, "Ilse", 2_000);

        assertThat(finding.drafts())
                .singleElement()
                .satisfies(draft -> assertThat(draft.value().get("data")).isNull());
        assertThat(find(false, "Ilse", 2_000).drafts()).isEmpty();
        assertThat(workspace.calls).isZero();
    }

    @Test
    void dataCostsOneCallForEachChange() throws InterruptedException {
        assertThat(find(true, "Ilse", 2_000).drafts())
                .singleElement()
                .satisfies(draft -> assertThat(draft.value().getMap("data")).isEqualTo(Map.of("plan", "gold")));

        assertThat(find(true, "Ilse", 2_000).drafts()).isEmpty();
        assertThat(workspace.calls).isEqualTo(1);
    }

    @Test
    void dataIsReadAgainWhenTheContactChanged() throws InterruptedException {
        find(true, "Ilse", 2_000);
        workspace.data = Map.of("plan", "silver");

        assertThat(find(true, "Ilse", 3_000).drafts())
                .singleElement()
                .satisfies(draft -> assertThat(draft.value().getMap("data")).isEqualTo(Map.of("plan", "silver")));
    }

    @Test
    void dataFromACacheIsReadAgain() throws InterruptedException {
        workspace.cached = true;
        find(true, "Ilse", 2_000);
        assertThat(find(true, "Ilse", 2_000).drafts()).isEmpty();

        workspace.cached = false;
        workspace.data = Map.of("plan", "silver");

        assertThat(find(true, "Ilse", 2_000).drafts()).hasSize(1);
        assertThat(workspace.calls).isEqualTo(3);
    }

    @Test
    void aContactThatIsEmittedOnceMoreIsReadOnceMore() throws InterruptedException {
        find(true, "Ilse", 2_000);
        repeats = true;
        workspace.data = Map.of("plan", "silver");

        assertThat(find(true, "Ilse", 2_000).drafts())
                .singleElement()
                .satisfies(draft -> assertThat(draft.value().getMap("data")).isEqualTo(Map.of("plan", "silver")));
    }

    @Test
    void aContactWhoseDataIsGoneIsEmittedWithoutIt() throws InterruptedException {
        workspace.data = null;

        assertThat(find(true, "Ilse", 2_000).drafts())
                .singleElement()
                .satisfies(draft -> assertThat(draft.value().get("data")).isNull());
    }

    private Finding find(boolean withData, String nickname, long updatedAt) throws InterruptedException {
        People people = new People(workspace, new RecordMapper("w", RecordStyle.to(new Topics("${feed}"))), withData);
        Instant updated = Instant.ofEpochMilli(updatedAt);
        Profile profile = new Profile("p", null, null, null, null, nickname, null, null, CREATED, updated);
        Finding finding = people.find(
                Item.of("p", CREATED, updated, profile),
                new Look(Scope.ALL, false, repeats, 0, Scope.ALL, () -> emitted, PROVENANCE));
        finding.identities().forEach(entry -> emitted = emitted.plus(entry.time(), entry.identity()));
        return finding;
    }

    /** Answers for custom data alone. */
    private static final class DataOnly implements Workspace {

        private Map<String, String> data = Map.of("plan", "gold");
        private boolean cached;
        private int calls;

        @Override
        public Optional<Answer<Map<String, String>>> profileData(String peopleId) {
            calls++;
            Answer.Headers headers = new Answer.Headers(null, null, cached);
            return Optional.ofNullable(data).map(found -> new Answer<>(200, "resolved", headers, found));
        }

        @Override
        public Optional<Answer<List<Conversation>>> conversations(PageQuery query) {
            throw new IllegalStateException("not asked for");
        }

        @Override
        public OptionalLong profileTotal() {
            throw new IllegalStateException("not asked for");
        }

        @Override
        public Optional<Answer<Conversation>> conversation(String sessionId) {
            throw new IllegalStateException("not asked for");
        }

        @Override
        public Optional<Answer<Message>> message(String sessionId, long fingerprint) {
            throw new IllegalStateException("not asked for");
        }

        @Override
        public Optional<Answer<Profile>> profile(String peopleId) {
            throw new IllegalStateException("not asked for");
        }

        @Override
        public Optional<Answer<List<Message>>> newestMessages(String sessionId) {
            throw new IllegalStateException("not asked for");
        }

        @Override
        public Optional<Answer<List<Message>>> messagesBefore(String sessionId, Instant time) {
            throw new IllegalStateException("not asked for");
        }

        @Override
        public Optional<Answer<List<Profile>>> profiles(PageQuery query) {
            throw new IllegalStateException("not asked for");
        }
    }
}
