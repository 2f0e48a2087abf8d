package dev.crispconnect.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.simulator.SimulatorSettings;
import dev.crispconnect.simulator.Site;
import dev.crispconnect.simulator.Site.Reply;
import dev.crispconnect.simulator.access.Token;
import dev.crispconnect.simulator.switches.AccessSwitch;
import dev.crispconnect.simulator.switches.AccessSwitch.Cache;
import dev.crispconnect.simulator.switches.AccessSwitch.OffOn;
import dev.crispconnect.simulator.switches.AccessSwitch.QuotaAnswer;
import dev.crispconnect.simulator.switches.Switch;
import dev.crispconnect.simulator.workspace.State;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BloomTest {

    private static final String LIST = "/conversations/1?include_empty=1";

    private Site site;

    @BeforeEach
    void open() {
        site = Site.open(SimulatorSettings.defaults().with(AccessSwitch.CACHE, Cache.ON));
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void theSecondAnswerComesFromTheCacheAndIsTheSame() {
        Reply first = site.get("");
        Reply second = site.get("");

        assertThat(bloom(first)).isEqualTo("MISS");
        assertThat(bloom(second)).isEqualTo("HIT");
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().firstValue("ETag"))
                .isPresent()
                .isEqualTo(first.headers().firstValue("ETag"));
        assertThat(second.headers().firstValue("Vary")).hasValue("Authorization, X-Crisp-Tier");
    }

    @Test
    void withoutACacheNothingTellsOfOne() {
        site.simulator().switches().set(AccessSwitch.CACHE, Cache.OFF);

        Reply reply = site.get("");

        assertThat(reply.headers().firstValue("Bloom-Status")).isEmpty();
        assertThat(reply.headers().firstValue("ETag")).isEmpty();
    }

    @Test
    void aCacheThatWasOffHasForgottenEverything() {
        site.get("");
        site.simulator().switches().set(AccessSwitch.CACHE, Cache.OFF);
        site.get("");
        site.simulator().switches().set(AccessSwitch.CACHE, Cache.ON);

        assertThat(bloom(site.get(""))).isEqualTo("MISS");
    }

    @Test
    void aWriteGoesThroughAndIsReadAtOnce() {
        site.get(LIST);

        Reply write = site.post("/conversation", "{}");

        assertThat(bloom(write)).isEqualTo("DIRECT");
        assertThat(site.get(LIST).data()).hasSize(1);
    }

    @Test
    void aStaleCacheShowsWhatWasBeforeTheWrite() {
        set(AccessSwitch.CACHE, Cache.STALE);
        set(AccessSwitch.STALE_FOR, Duration.ofSeconds(1));
        site.get(LIST);
        site.post("/conversation", "{}");

        Reply stale = site.get(LIST);
        site.tick();
        Reply fresh = site.get(LIST);

        assertThat(bloom(stale)).isEqualTo("HIT");
        assertThat(stale.data()).isEmpty();
        assertThat(bloom(fresh)).isEqualTo("MISS");
        assertThat(fresh.data()).hasSize(1);
    }

    @Test
    void aStaleCacheMayDenyWhatWasJustCreated() {
        set(AccessSwitch.CACHE, Cache.STALE);
        assertThat(site.get("/people/profile/ilse@example.org").status()).isEqualTo(404);
        site.post("/people/profile", """
                {"email": "ilse@example.org", "person": {"nickname": "Ilse"}}
                """);

        assertThat(site.get("/people/profile/ilse@example.org").status()).isEqualTo(404);
        site.tick();
        assertThat(site.get("/people/profile/ilse@example.org").status()).isEqualTo(200);
    }

    @Test
    void whoHasTheAnswerIsToldThatItHasNotChanged() {
        String tag = site.get("").headers().firstValue("ETag").orElseThrow();

        Reply known = conditional(tag);
        Reply changed = conditional("\"other\"");

        assertThat(known.status()).isEqualTo(304);
        assertThat(known.body()).isEmpty();
        assertThat(known.headers().firstValue("ETag")).hasValue(tag);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(conditional("\"other\", W/" + tag).status()).isEqualTo(304);
        assertThat(conditional("*").status()).isEqualTo(304);
    }

    @Test
    void whatTheCacheAnswersCountsForNoLimit() {
        set(AccessSwitch.RATE_LIMIT, 1);
        site.get("");

        assertThat(site.get("").status()).isEqualTo(200);
        assertThat(site.get(LIST).status()).isEqualTo(429);
        assertThat(usedQuota()).isEqualTo(1);
    }

    @Test
    void whatTheCacheAnswersCountsForTheQuotaByASwitch() {
        set(AccessSwitch.DAILY_QUOTA, OffOn.ON);
        set(AccessSwitch.WEBSITE_QUOTA, 2);
        set(AccessSwitch.QUOTA_COUNTS_CACHED, OffOn.ON);
        site.get("");

        assertThat(site.get("").status()).isEqualTo(200);
        assertThat(site.get("").status()).isEqualTo(429);
        assertThat(usedQuota()).isEqualTo(2);
    }

    @Test
    void aRefusalBecauseOfALimitIsNotRemembered() {
        set(AccessSwitch.DAILY_QUOTA, OffOn.ON);
        set(AccessSwitch.WEBSITE_QUOTA, 0);
        set(AccessSwitch.QUOTA_ANSWER, QuotaAnswer.LOCKED);
        Reply refused = site.get("");
        set(AccessSwitch.WEBSITE_QUOTA, 1);

        assertThat(refused.status()).isEqualTo(423);
        assertThat(bloom(refused)).isEqualTo("DIRECT");
        assertThat(site.get("").status()).isEqualTo(200);
    }

    @Test
    void whatAnOperatorDoesInTheAppOutdatesAnswersToo() {
        String sessionId = site.workspace().conversations().start().sessionId();
        site.get("/conversation/" + sessionId + "/state");
        site.workspace().conversations().setState(sessionId, State.RESOLVED);

        assertThat(site.get("/conversation/" + sessionId + "/state")
                        .data()
                        .get("state")
                        .asText())
                .isEqualTo("resolved");
    }

    @Test
    void aResetForgetsAnswersAndWhatWasUsed() {
        site.post("/conversation", "{}");
        site.get(LIST);
        site.simulator().reset();
        set(AccessSwitch.CACHE, Cache.ON);

        assertThat(usedQuota()).isZero();
        assertThat(site.get(LIST).data()).isEmpty();
    }

    @Test
    void aRefusalThatIsNotCacheableIsMadeAnew() {
        Reply first = site.get("/conversations/1?per_page=1000");
        Reply second = site.get("/conversations/1?per_page=1000");

        assertThat(first.status()).isEqualTo(400);
        assertThat(bloom(first)).isEqualTo("DIRECT");
        assertThat(bloom(second)).isEqualTo("DIRECT");
    }

    @Test
    void headIsRememberedToo() {
        site.head("/conversation/session_gone");
        Reply second = site.head("/conversation/session_gone");

        assertThat(bloom(second)).isEqualTo("HIT");
        assertThat(second.status()).isEqualTo(404);
        assertThat(second.body()).isEmpty();
    }

    @Test
    void twoTokensNeverShareAnAnswer() {
        Token plugin = site.simulator().pluginToken();
        site.get("");

        Reply other = site.callAs(
                plugin, "GET", "website/" + site.workspace().website().websiteId());

        assertThat(bloom(other)).isEqualTo("MISS");
    }

    @Test
    void aTokenRevokedInMidRunIsNotServedFromTheCache() {
        site.get("");
        site.simulator().tokens().revoke(site.simulator().websiteToken());

        assertThat(site.get("").status()).isEqualTo(401);
    }

    private Reply conditional(String tags) {
        String path = "website/" + site.workspace().website().websiteId();
        return site.send(site.request(path, site.simulator().websiteToken())
                .header("If-None-Match", tags)
                .build());
    }

    private long usedQuota() {
        return site.simulator().limits().usage(site.simulator().websiteToken()).used();
    }

    private <V> void set(Switch<V> which, V value) {
        site.simulator().switches().set(which, value);
    }

    @Test
    void whatNoEventTellsOfOutdatesAnswersToo() {
        site.get(LIST);

        site.workspace().visitorArrives("Ilse Brandt", "ilse@example.org");

        assertThat(site.get(LIST).data()).hasSize(1);
    }

    @Test
    void soDoesEverythingElseThatCanBeRead() {
        String sessionId = site.workspace().visitorArrives("Ilse Brandt", "").sessionId();
        String child = site.workspace().visitorArrives("Ilse Brandt", "").sessionId();
        long fingerprint = site.workspace()
                .visitorWrites(sessionId, "https://shop.example.org")
                .fingerprint();

        outdates(
                "/conversation/" + sessionId + "/messages",
                () -> site.workspace().messages().preview(sessionId, fingerprint, List.of(Map.of("title", "Shop"))));
        outdates(
                "/conversation/" + sessionId + "/relations",
                () -> site.workspace().sideLists().relate(sessionId, child));
        outdates("/operators/active", () -> site.workspace().operatorChat(sessionId));
        outdates("/operators/active", () -> site.workspace().operators().forgetActive());
        outdates("/people/profiles/1", () -> site.workspace().seed(0, 0, 1));
    }

    private void outdates(String path, Runnable change) {
        String before = site.get(path).body();
        change.run();
        assertThat(site.get(path).body()).as(path).isNotEqualTo(before);
    }

    private static String bloom(Reply reply) {
        return reply.headers().firstValue("Bloom-Status").orElseThrow();
    }
}
