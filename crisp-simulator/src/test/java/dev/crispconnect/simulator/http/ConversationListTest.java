package dev.crispconnect.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crispconnect.simulator.SimulatorSettings;
import dev.crispconnect.simulator.Site;
import dev.crispconnect.simulator.Site.Reply;
import dev.crispconnect.simulator.switches.AnswerSwitch;
import dev.crispconnect.simulator.switches.AnswerSwitch.Partial;
import dev.crispconnect.simulator.switches.AnswerSwitch.PastTheEnd;
import dev.crispconnect.simulator.switches.AnswerSwitch.PerPageOutOfRange;
import dev.crispconnect.simulator.switches.AnswerSwitch.PlanFeature;
import dev.crispconnect.simulator.switches.Switch;
import dev.crispconnect.simulator.workspace.State;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConversationListTest {

    private Site site;

    @BeforeEach
    void open() {
        site = Site.open();
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void aPageHasTwentyUnlessFiftyAreAskedFor() {
        site.workspace().seed(60, 1, 0);

        assertThat(ids(site.get("/conversations/1"))).hasSize(20);
        assertThat(ids(site.get("/conversations/1?per_page=50"))).hasSize(50);
    }

    @Test
    void withoutAPageTheFirstOneIsMeant() {
        site.workspace().seed(25, 1, 0);

        assertThat(ids(site.get("/conversations"))).isEqualTo(ids(site.get("/conversations/1")));
    }

    @Test
    void aPageIsPartialWhileMoreFollow() {
        site.workspace().seed(40, 1, 0);

        assertThat(site.get("/conversations/1").status()).isEqualTo(206);
        assertThat(site.get("/conversations/2").status()).isEqualTo(200);
    }

    @Test
    void everyPageTogetherBringsEveryConversationOnce() {
        site.workspace().seed(47, 1, 0);

        List<String> walked = new ArrayList<>(ids(site.get("/conversations/1")));
        walked.addAll(ids(site.get("/conversations/2")));
        walked.addAll(ids(site.get("/conversations/3")));

        assertThat(walked).hasSize(47).doesNotHaveDuplicates();
    }

    @Test
    void emptyConversationsAreLeftOutUnlessAskedFor() {
        String sessionId = site.workspace().conversations().start().sessionId();

        assertThat(ids(site.get("/conversations/1"))).isEmpty();
        assertThat(ids(site.get("/conversations/1?include_empty=0"))).isEmpty();
        assertThat(ids(site.get("/conversations/1?include_empty=1"))).containsExactly(sessionId);
    }

    @Test
    void theDefaultOrderGroupsByStatus() {
        String resolved = conversation();
        site.workspace().conversations().setState(resolved, State.RESOLVED);
        String pending = conversation();
        String unresolved = conversation();
        site.workspace().operatorAnswers(unresolved, "On its way");

        assertThat(ids(site.get("/conversations/1"))).containsExactly(pending, unresolved, resolved);
    }

    @Test
    void conversationsAreOrderedByUpdateWhenAsked() {
        String first = conversation();
        String second = conversation();
        site.tick();
        site.workspace().conversations().setState(first, State.RESOLVED);

        assertThat(ids(site.get("/conversations/1?order_date_updated=1"))).containsExactly(first, second);
        assertThat(ids(site.get("/conversations/1?order_date_created=1"))).containsExactly(second, first);
    }

    @Test
    void theWaitingOrderLeavesOutConversationsInWhichNobodyWaits() {
        String waiting = conversation();
        String answered = conversation();
        site.workspace().operatorAnswers(answered, "On its way");

        assertThat(ids(site.get("/conversations/1?order_date_waiting=1"))).containsExactly(waiting);
    }

    @Test
    void theDateFilterComparesTheUpdateDateAndIncludesBothEnds() {
        Instant from = site.clock().now();
        String first = conversation();
        String second = conversation();
        String third = conversation();
        Instant firstUpdate = from.plusSeconds(1);

        assertThat(ids(site.get(
                        "/conversations/1?order_date_updated=1&filter_date_start=" + firstUpdate.plusSeconds(1))))
                .containsExactly(third, second);
        assertThat(ids(site.get("/conversations/1?order_date_updated=1&filter_date_end=" + firstUpdate.plusSeconds(1))))
                .containsExactly(second, first);
        assertThat(ids(site.get(
                        "/conversations/1?filter_date_start=" + firstUpdate + "&filter_date_end=" + firstUpdate)))
                .containsExactly(first);
    }

    @Test
    void aDateThatIsNoneIsInvalid() {
        assertThat(site.get("/conversations/1?filter_date_start=yesterday").reason())
                .isEqualTo("invalid_data");
    }

    @Test
    void flagsNarrowTheList() {
        String resolved = conversation();
        site.workspace().conversations().setState(resolved, State.RESOLVED);
        String answered = conversation();
        site.workspace().operatorAnswers(answered, "On its way");
        String unread = conversation();
        site.workspace().conversations().assign(unread, "c2a4b6d8-1357-4bdf-9ace-02468ace1357");

        assertThat(ids(site.get("/conversations/1?filter_resolved=1"))).containsExactly(resolved);
        assertThat(ids(site.get("/conversations/1?filter_not_resolved=1"))).containsExactly(unread, answered);
        assertThat(ids(site.get("/conversations/1?filter_unread=1&filter_not_resolved=1")))
                .containsExactly(unread);
        assertThat(ids(site.get("/conversations/1?filter_assigned=1"))).containsExactly(unread);
        assertThat(ids(site.get("/conversations/1?filter_assigned=c2a4b6d8-1357-4bdf-9ace-02468ace1357")))
                .containsExactly(unread);
        assertThat(ids(site.get("/conversations/1?filter_unassigned=1"))).containsExactly(answered, resolved);
    }

    @Test
    void anInboxCanBeAskedFor() {
        String inboxId = "5a0e6f1c-6f2f-4a7a-8a55-0d1f2b3c4d5e";
        String moved = conversation();
        String main = conversation();
        site.workspace().conversations().moveToInbox(moved, inboxId);

        assertThat(ids(site.get("/conversations/1?filter_inbox_id=" + inboxId))).containsExactly(moved);
        assertThat(ids(site.get("/conversations/1?filter_inbox_id=all"))).contains(moved, main);
    }

    @Test
    void conversationsAreSearchedByTextBySegmentAndByFilter() {
        String searched = conversation();
        conversation();
        site.workspace()
                .conversations()
                .changeMeta(
                        searched,
                        Map.of("subject", "Parcel 4711", "segments", List.of("vip"), "data", Map.of("key", "a-1")));
        String clause =
                "[{\"model\":\"conversation\",\"criterion\":\"meta.data.key\",\"operator\":\"eq\",\"query\":[\"a-1\"]}]";

        assertThat(ids(site.get("/conversations/1?search_type=text&search_query=parcel%204711")))
                .containsExactly(searched);
        assertThat(ids(site.get("/conversations/1?search_type=segment&search_query=vip")))
                .containsExactly(searched);
        assertThat(ids(site.get("/conversations/1?search_type=filter&search_query=" + encoded(clause))))
                .containsExactly(searched);
        assertThat(site.get("/conversations/1?search_type=filter&search_query=vip")
                        .reason())
                .isEqualTo("invalid_data");
    }

    @Test
    void zeroAndEmptyMeanNoFilterAsGoSendsThem() {
        String sessionId = conversation();

        Reply reply =
                site.get("/conversations/1?filter_inbox_id=&filter_unread=0&filter_resolved=0&filter_not_resolved=0"
                        + "&filter_mention=0&filter_assigned=0&filter_unassigned=0");

        assertThat(ids(reply)).containsExactly(sessionId);
    }

    @Test
    void aChangeBetweenTwoPagesRepeatsOneConversationAndHidesNone() {
        List<String> oldestFirst = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            oldestFirst.add(conversation());
        }
        List<String> firstPage = ids(site.get("/conversations/1?order_date_updated=1"));
        site.tick();
        site.workspace().visitorWrites(oldestFirst.get(0), "Still there?");

        List<String> secondPage = ids(site.get("/conversations/2?order_date_updated=1"));

        assertThat(secondPage).contains(firstPage.get(19)).doesNotContain(oldestFirst.get(0));
    }

    @Test
    void byDefaultAPageSizeOutOfRangeIsInvalid() {
        assertThat(site.get("/conversations/1?per_page=51").reason()).isEqualTo("invalid_data");
        assertThat(site.get("/conversations/1?per_page=19").reason()).isEqualTo("invalid_data");
    }

    @Test
    void aPageSizeOutOfRangeCanBeClampedInstead() {
        try (Site clamping = Site.open(with(AnswerSwitch.PER_PAGE_OUT_OF_RANGE, PerPageOutOfRange.CLAMP))) {
            clamping.workspace().seed(60, 1, 0);

            assertThat(ids(clamping.get("/conversations/1?per_page=500"))).hasSize(50);
            assertThat(ids(clamping.get("/conversations/1?per_page=1"))).hasSize(20);
        }
    }

    @Test
    void byDefaultAPagePastTheEndIsEmpty() {
        conversation();

        Reply reply = site.get("/conversations/7");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.data()).isEmpty();
    }

    @Test
    void aPagePastTheEndCanBeNotFoundInstead() {
        try (Site strict = Site.open(with(AnswerSwitch.PAST_THE_END, PastTheEnd.NOT_FOUND))) {
            assertThat(strict.get("/conversations/1").status()).isEqualTo(200);
            assertThat(strict.get("/conversations/2").status()).isEqualTo(404);
        }
    }

    @Test
    void everyPageCanBePartial() {
        try (Site always = Site.open(with(AnswerSwitch.PARTIAL, Partial.ALWAYS))) {
            assertThat(always.get("/conversations/1").status()).isEqualTo(206);
        }
    }

    @Test
    void aPlanCanRefuseFilters() {
        try (Site free = Site.open(with(AnswerSwitch.REFUSED_BY_PLAN, Set.of(PlanFeature.DATE_FILTERS)))) {
            Reply reply = free.get("/conversations/1?filter_date_start=2026-01-01T00:00:00Z");

            assertThat(reply.status()).isEqualTo(402);
            assertThat(reply.reason()).isEqualTo("subscription_upgrade_required");
            assertThat(free.get("/conversations/1?filter_unread=1").status()).isEqualTo(200);
        }
    }

    private String conversation() {
        site.tick();
        String sessionId = site.workspace().conversations().start().sessionId();
        site.workspace().visitorWrites(sessionId, "The parcel has not arrived yet");
        return sessionId;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static <V> SimulatorSettings with(Switch<V> which, V value) {
        return SimulatorSettings.defaults().with(which, value);
    }

    private static List<String> ids(Reply reply) {
        return StreamSupport.stream(reply.data().spliterator(), false)
                .map(conversation -> conversation.get("session_id"))
                .map(JsonNode::asText)
                .toList();
    }
}
