package dev.crispconnect.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.client.conversation.Conversation;
import dev.crispconnect.client.conversation.Message;
import dev.crispconnect.client.conversation.MessageContent;
import dev.crispconnect.client.conversation.Meta;
import dev.crispconnect.client.operator.ActiveOperator;
import dev.crispconnect.client.operator.Operator;
import dev.crispconnect.client.people.Geolocation;
import dev.crispconnect.client.people.Profile;
import dev.crispconnect.client.people.ProfileEvent;
import dev.crispconnect.client.realtime.EventContent;
import dev.crispconnect.client.realtime.RealtimeEvent;
import dev.crispconnect.client.website.Inbox;
import dev.crispconnect.client.website.WebsiteSettings;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Values reach logs by accident: printed, they show ids and kinds, never what was said nor by whom. */
class PrintedValuesTest {

    /** Ids, kinds, and words of our own. */
    private static final Set<String> MAY_SHOW =
            Set.of("sessionId", "peopleId", "websiteId", "inboxId", "userId", "type", "method", "country", "what");

    @ParameterizedTest
    @MethodSource("recordsThatHoldPersonalData")
    void showNoTextButIdsAndKinds(Class<? extends Record> type) throws Exception {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = Arrays.stream(components)
                .map(component -> component.getType() == String.class && !MAY_SHOW.contains(component.getName())
                        ? "personal"
                        : blank(component.getType()))
                .toArray();
        Constructor<? extends Record> constructor = type.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));

        assertThat(constructor.newInstance(values).toString()).doesNotContain("personal");
    }

    @SuppressWarnings("unchecked")
    static Stream<Class<? extends Record>> recordsThatHoldPersonalData() {
        return Stream.of(
                        Conversation.class,
                        Message.class,
                        MessageContent.class,
                        Meta.class,
                        Profile.class,
                        ProfileEvent.class,
                        Operator.class,
                        ActiveOperator.class,
                        WebsiteSettings.class,
                        Inbox.class,
                        EventContent.class,
                        RealtimeEvent.class,
                        ConversationSearch.Text.class,
                        NewMessage.Original.class,
                        Geolocation.class)
                .flatMap(PrintedValuesTest::withNested)
                .filter(Class::isRecord)
                .map(type -> (Class<? extends Record>) type);
    }

    @Test
    void aCallShowsItsRouteOnly() {
        Call<Void> call = People.update("w1", "ilse@example.org", Map.of("notepad", "personal"));

        assertThat(call).hasToString("PATCH /website/{website_id}/people/profile/{people_id}");
    }

    @Test
    void aNewMessageShowsItsKindOnly() {
        NewMessage message = new NewMessage(
                "text", "user", "chat", "personal", 5L, null, null, null, null, null, null, null, null, null);

        assertThat(message).hasToString("NewMessage[type=text, from=user, fingerprint=5]");
    }

    @Test
    void whatIsSearchedForIsNotShown() {
        SearchFilter filter = new SearchFilter(
                SearchFilter.Match.ALL,
                List.of(new SearchFilter.Clause("people", "email", SearchFilter.Operator.EQ, List.of("personal"))));

        assertThat(filter).hasToString("SearchFilter[ALL of 1]");
        assertThat(filter.clauses().get(0)).hasToString("Clause[people.email eq]");
        assertThat(ProfileQuery.page(1, 20, null).filtered(filter).toString()).doesNotContain("personal");
    }

    @Test
    void anInvitationShowsTheRoleOnly() {
        assertThat(new OperatorInvitation("ilse@example.org", "member", "password", "secret"))
                .hasToString("OperatorInvitation[role=member]");
    }

    @Test
    void writingShowsWhoWritesOnly() {
        assertThat(new Compose(true, "operator", "personal", null, null))
                .hasToString("Compose[started=true, from=operator]");
    }

    @Test
    void credentialsShowTheirTierOnly() {
        assertThat(new Credentials(Tier.PLUGIN, "identifier", "key")).hasToString("Credentials[plugin]");
    }

    private static Stream<Class<?>> withNested(Class<?> type) {
        return Stream.concat(
                Stream.of(type), Arrays.stream(type.getDeclaredClasses()).flatMap(PrintedValuesTest::withNested));
    }

    private static Object blank(Class<?> type) {
        if (type == EventContent.class) {
            return new EventContent.Other();
        }
        return type == long.class ? Long.valueOf(0) : null;
    }
}
