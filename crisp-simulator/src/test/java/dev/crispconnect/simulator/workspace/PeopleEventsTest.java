package dev.crispconnect.simulator.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.entry;

import dev.crispconnect.simulator.event.Event;
import dev.crispconnect.simulator.switches.Switches;
import dev.crispconnect.simulator.switches.WorkspaceSwitch;
import dev.crispconnect.simulator.switches.WorkspaceSwitch.DuplicateEmail;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeopleEventsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:30:00.125Z");
    private static final String ILSE = "ilse@example.org";

    private final Switches switches = new Switches();
    private final Workspace workspace = new Workspace("w1", 1, switches, () -> NOW);
    private final People people = workspace.people();
    private final List<Event> events = new ArrayList<>();
    private Profile ilse;

    @BeforeEach
    void listen() {
        ilse = people.create(ProfileCard.of(ILSE, "Ilse"));
        workspace.events().listen(events::add);
    }

    @Test
    void aNewProfileIsToldWithItsEmail() {
        Profile mo = people.create(ProfileCard.of("mo@example.org", "Mo"));

        assertThat(only("people:profile:created"))
                .containsExactly(
                        entry("website_id", "w1"), entry("people_id", mo.peopleId()), entry("email", "mo@example.org"));
    }

    @Test
    void anUpdateTellsOnlyTheChangedPart() {
        people.patch(ILSE, new ProfileCard(null, Map.of("nickname", "Ilse", "phone", "+49"), null, null, "x", null));

        assertThat(update())
                .containsExactly(
                        entry("updated_at", NOW.toEpochMilli()),
                        entry("person", Map.of("phone", "+49")),
                        entry("notepad", "x"));
    }

    @Test
    void aReplacementTellsWhatIsGoneAsNull() {
        people.replace(ILSE, new ProfileCard(ILSE, null, null, List.of("vip"), null, null));

        Map<String, Object> gone = new HashMap<>();
        gone.put("nickname", null);
        assertThat(update()).containsEntry("person", gone).containsEntry("segments", List.of("vip"));
    }

    @Test
    void customDataIsPartOfTheProfileThatIsUpdated() {
        people.patchData(ILSE, Map.of("plan", "pro"));

        assertThat(update()).containsEntry("data", Map.of("plan", "pro"));
    }

    @Test
    void whatChangesNothingIsNotTold() {
        people.patch(ILSE, ProfileCard.of(ILSE, "Ilse"));
        people.replaceData(ILSE, Map.of());
        people.log().subscribe(ILSE, true);

        assertThat(events).isEmpty();
    }

    @Test
    void aRemovedProfileIsTold() {
        people.remove(ILSE);

        assertThat(only("people:profile:removed")).containsEntry("people_id", ilse.peopleId());
    }

    @Test
    void whoUnsubscribesIsTold() {
        people.log().subscribe(ILSE, false);

        assertThat(only("email:subscribe")).containsEntry("email", ILSE).containsEntry("subscribed", false);
    }

    @Test
    void aConversationIsBoundOnceByHandAndNotByItsEmail() {
        String sessionId = workspace.visitorArrives("Ilse", ILSE).sessionId();
        assertThat(workspace.conversations().get(sessionId).peopleId()).isNull();
        events.clear();

        workspace.bind(sessionId, ILSE);
        workspace.bind(sessionId, ILSE);

        assertThat(workspace.conversations().get(sessionId).peopleId()).isEqualTo(ilse.peopleId());
        assertThat(only("people:bind:session"))
                .containsEntry("session_id", sessionId)
                .containsEntry("inbox_id", null)
                .containsEntry("people_id", ilse.peopleId());
    }

    @Test
    void whatCrispFindsOutGoesIntoTheProfileOfTheBoundConversation() {
        String sessionId = workspace.visitorArrives("Ilse", ILSE).sessionId();
        assertThatIllegalStateException()
                .isThrownBy(() -> workspace.syncProfile(sessionId, Map.of("gender", "female"), null));
        workspace.bind(sessionId, ILSE);

        workspace.syncProfile(sessionId, Map.of("gender", "female"), null);

        assertThat(people.get(ILSE).person()).containsEntry("gender", "female").containsEntry("nickname", "Ilse");
        assertThat(events.get(events.size() - 1).name()).isEqualTo("people:sync:profile");
        assertThat(events.get(events.size() - 1).data())
                .containsEntry("session_id", sessionId)
                .containsEntry("identity", Map.of("person", Map.of("gender", "female")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plugin:channel",
                "plugin:event",
                "plugin:settings:saved",
                "plan:subscription:updated",
                "email:track:view",
                "identity:verify:request",
                "spam:message",
                "spam:decision",
                "campaign:progress",
                "campaign:dispatched",
                "campaign:running",
                "widget:action:processed",
                "status:health:changed",
                "people:import:progress",
                "people:import:done"
            })
    void whatOnlyTheServerCausesIsSaidByName(String name) {
        workspace.serverSays(name, Map.of("progress", 7));

        assertThat(only(name)).containsExactly(entry("website_id", "w1"), entry("progress", 7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bucket:url:upload:generated", "media:animation:listed"})
    void theAnswersOfABucketAndOfASearchForGifsNameNoWebsite(String name) {
        workspace.serverSays(name, Map.of("id", "1"));

        assertThat(only(name)).containsExactly(entry("id", "1"));
    }

    @Test
    void anEventAboutAConversationNamesAnExistingOneAndGetsItsInbox() {
        String sessionId = workspace.conversations().start().sessionId();
        workspace.conversations().moveToInbox(sessionId, "i1");
        events.clear();

        workspace.serverSays("session:error", Map.of("session_id", sessionId, "type", "email"));

        assertThat(only("session:error")).containsEntry("inbox_id", "i1").containsEntry("type", "email");
        assertThatIllegalArgumentException().isThrownBy(() -> workspace.serverSays("session:error", Map.of()));
        assertThatExceptionOfType(AbsentException.class)
                .isThrownBy(() -> workspace.serverSays("session:error", Map.of("session_id", "session_none")));
    }

    @Test
    void aNameThatCrispDoesNotHaveIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> workspace.serverSays("session:set_mood", Map.of()))
                .withMessageContaining("session:set_mood");
    }

    @ParameterizedTest
    @CsvSource({"CONFLICT, true", "INVALID, false"})
    void movingToAnEmailThatIsInUseMeetsTheSwitchToo(DuplicateEmail behaviour, boolean conflict) {
        switches.set(WorkspaceSwitch.DUPLICATE_EMAIL, behaviour);
        people.create(ProfileCard.of("mo@example.org", "Mo"));

        assertThatExceptionOfType(TakenException.class)
                .isThrownBy(() -> people.patch("mo@example.org", ProfileCard.of(ILSE, "Mo")))
                .matches(taken -> taken.conflict() == conflict);
        assertThat(people.get("mo@example.org").nickname()).isEqualTo("Mo");
    }

    @Test
    void ofTwoProfilesWithOneEmailTheSecondIsFoundWhenTheFirstIsGone() {
        switches.set(WorkspaceSwitch.DUPLICATE_EMAIL, DuplicateEmail.SECOND_PROFILE);
        Profile second = people.create(ProfileCard.of(ILSE, "Ilse the second"));
        assertThat(people.get(ILSE)).isEqualTo(ilse);

        people.remove(ILSE);

        assertThat(people.get(ILSE)).isEqualTo(second);
    }

    private Map<String, Object> only(String name) {
        assertThat(events).extracting(Event::name).containsExactly(name);
        return events.get(0).data();
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> update() {
        Map<String, Object> data = only("people:profile:updated");
        assertThat(data).containsEntry("people_id", ilse.peopleId()).containsEntry("email", ILSE);
        return (Map<String, Object>) data.get("update");
    }
}
