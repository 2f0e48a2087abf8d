package dev.crispconnect.simulator.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.simulator.access.Tier;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventNameTest {

    @Test
    void theReferenceCountsEightyTwo() {
        assertThat(EventName.values()).hasSize(82);
        assertThat(EventName.values()).extracting(EventName::wire).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({"PLUGIN, 72", "WEBSITE, 71", "USER, 81"})
    void eachTierHearsItsShare(Tier tier, int names) {
        assertThat(Arrays.stream(EventName.values()).filter(name -> name.isFor(tier)))
                .hasSize(names);
    }

    @Test
    void aNameIsFoundAsItIsOnTheWire() {
        assertThat(EventName.ofWire("session:set_state")).contains(EventName.SESSION_SET_STATE);
        assertThat(EventName.ofWire("session:set_mood")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "session:set_email, website:conversation:sessions, false",
        "session:set_state, website:conversation:states, false",
        "session:set_closed, website:conversation:actions, false",
        "session:set_routing, website:conversation:routing, false",
        "session:sync:pages, website:conversation:pages, false",
        "message:acknowledge:read:send, website:conversation:messages, false",
        "people:profile:updated, website:people:profiles, false",
        "session:request:initiated, website:conversation:initiate, true",
        "call:request:rejected, website:conversation:calls, true"
    })
    void aTokenHeldToScopesNeedsThisOne(String name, String namespace, boolean toWrite) {
        EventName.Scope scope = EventName.ofWire(name).orElseThrow().scope().orElseThrow();

        assertThat(scope.namespace()).isEqualTo(namespace);
        assertThat(scope.toWrite()).isEqualTo(toWrite);
    }

    @Test
    void someAreAboutAConversationAndSomeNameNoWebsite() {
        assertThat(List.of(EventName.CALL_REQUEST_REJECTED, EventName.PEOPLE_BIND_SESSION, EventName.MESSAGE_SEND))
                .allMatch(EventName::isAboutAConversation);
        assertThat(List.of(EventName.PEOPLE_PROFILE_CREATED, EventName.WEBSITE_USERS_AVAILABLE))
                .noneMatch(EventName::isAboutAConversation);
        assertThat(EventName.BUCKET_URL_AVATAR_GENERATED.namesItsWebsite()).isFalse();
        assertThat(EventName.MEDIA_ANIMATION_LISTED.namesItsWebsite()).isFalse();
        assertThat(EventName.PLUGIN_EVENT.namesItsWebsite()).isTrue();
    }
}
