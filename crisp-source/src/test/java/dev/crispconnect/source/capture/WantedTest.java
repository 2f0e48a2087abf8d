package dev.crispconnect.source.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crispconnect.client.Tier;
import dev.crispconnect.client.realtime.EventNames;
import dev.crispconnect.source.record.Feed;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Of what Crisp is asked to tell. */
class WantedTest {

    @Test
    void conversationsAndMessagesNeedEachOthersEvents() {
        List<String> events = events(Set.of(Feed.MESSAGES));

        assertThat(events)
                .contains("message:send", "message:received", "message:updated", "message:removed")
                .contains("message:acknowledge:read:send", "message:acknowledge:read:received")
                .contains("session:set_state", "session:removed", EventNames.SUBSCRIPTION_UPDATED)
                .doesNotContain("message:compose:send", "session:sync:pages", "session:update_availability")
                .doesNotContainAnyElementsOf(EventNames.PEOPLE)
                .doesNotHaveDuplicates();
        assertThat(events(Set.of(Feed.CONVERSATIONS))).isEqualTo(events);
    }

    @Test
    void contactsNeedTheirsOnly() {
        assertThat(events(Set.of(Feed.PEOPLE))).containsAll(EventNames.PEOPLE).hasSize(EventNames.PEOPLE.size() + 1);
    }

    @Test
    void everyTierMayHearOfIt() {
        for (Tier tier : Tier.values()) {
            Wanted wanted = Wanted.by(EnumSet.complementOf(EnumSet.of(Feed.EVENTS)), tier, List.of("w"));
            assertThat(EventNames.of(tier)).containsAll(wanted.events());
        }
    }

    @ParameterizedTest
    @EnumSource
    void rawEventsAreAllThatTheTierHasButForThoseThatHoldTheKeyToSomething(Tier tier) {
        List<String> wanted = Wanted.by(Set.of(Feed.EVENTS, Feed.MESSAGES), tier, List.of("w"))
                .events();

        assertThat(wanted)
                .contains("message:send", "message:compose:send", "session:sync:pages", "call:request:initiated")
                .contains(EventNames.SUBSCRIPTION_UPDATED)
                .doesNotContain("identity:verify:request", "browsing:request:initiated", "plugin:settings:saved")
                .noneMatch(name -> name.startsWith("bucket:url:"));
        assertThat(EventNames.of(tier)).containsAll(wanted);
        assertThat(EventNames.of(tier).stream().filter(name -> !wanted.contains(name)))
                .allMatch(Withheld::holds);
    }

    @Test
    void thereIsNoEventForOperatorsAndSettings() {
        assertThat(events(Set.of(Feed.OPERATORS, Feed.SETTINGS))).isEmpty();
    }

    @Test
    void websitesAreNamedOnceAndInOrder() {
        Wanted wanted = Wanted.by(Set.of(Feed.PEOPLE), Tier.PLUGIN, List.of("w2", "w1", "w2"));

        assertThat(wanted.subscription().rooms()).containsExactly("w1", "w2");
    }

    @Test
    void noWebsiteWouldBeAllOfThem() {
        assertThatThrownBy(() -> new Wanted(Tier.PLUGIN, List.of(), List.of("message:send")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String> events(Set<Feed> feeds) {
        return Wanted.by(feeds, Tier.PLUGIN, List.of("w")).events();
    }
}
