package dev.crispconnect.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.simulator.access.Installations;
import dev.crispconnect.simulator.access.Limits;
import dev.crispconnect.simulator.access.Tier;
import dev.crispconnect.simulator.access.Tokens;
import dev.crispconnect.simulator.fault.FaultPlan;
import dev.crispconnect.simulator.journal.Journal;
import dev.crispconnect.simulator.switches.Switches;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ConversationScopesTest {

    private static final Switches SWITCHES = new Switches();
    private static final HttpApi.Parts PARTS = new HttpApi.Parts(
            Map.of(),
            new Tokens(),
            new Limits(SWITCHES, () -> Instant.EPOCH),
            new Installations(() -> Instant.EPOCH),
            () -> null,
            new Journal(0),
            new FaultPlan(),
            () -> Instant.EPOCH);

    private static final Map<String, String> SCOPES = Routes.all(PARTS, SWITCHES, (delay, work) -> {}).stream()
            .filter(route -> route.template().startsWith("/website/{website_id}/conversation"))
            .filter(route -> route.tiers().contains(Tier.PLUGIN))
            .collect(Collectors.toMap(route -> route.method() + " " + route.template(), Route::scope));

    @Test
    void everyRouteOfAConversationNeedsAScope() {
        assertThat(SCOPES.values()).allMatch(scope -> scope.startsWith("website:conversation:"));
    }

    @Test
    void theScopeIsThatOfWhatTheRouteIsAbout() {
        assertThat(SCOPES)
                .containsEntry("POST /website/{website_id}/conversation", "website:conversation:initiate")
                .containsEntry("GET " + ConversationRoutes.ONE, "website:conversation:sessions")
                .containsEntry("PATCH " + ConversationRoutes.ONE + "/state", "website:conversation:states")
                .containsEntry("PATCH " + ConversationRoutes.ONE + "/routing", "website:conversation:routing")
                .containsEntry("PUT " + ConversationRoutes.ONE + "/participants", "website:conversation:participants")
                .containsEntry("PATCH " + ConversationRoutes.ONE + "/block", "website:conversation:actions")
                .containsEntry("GET " + ConversationRoutes.ONE + "/pages/{page}", "website:conversation:pages")
                .containsEntry("GET " + ConversationRoutes.ONE + "/events/{page}", "website:conversation:events")
                .containsEntry("GET " + ConversationRoutes.ONE + "/files/{page}", "website:conversation:messages")
                .containsEntry("GET " + ConversationRoutes.ONE + "/browsing", "website:conversation:browsing")
                .containsEntry("GET " + ConversationRoutes.ONE + "/call", "website:conversation:calls");
    }
}
