package dev.crispconnect.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.simulator.Site;
import dev.crispconnect.simulator.Site.Reply;
import dev.crispconnect.simulator.access.Usage;
import dev.crispconnect.simulator.fault.Fault;
import dev.crispconnect.simulator.switches.AccessSwitch;
import dev.crispconnect.simulator.switches.AccessSwitch.OffOn;
import dev.crispconnect.simulator.switches.AccessSwitch.QuotaAnswer;
import dev.crispconnect.simulator.switches.AccessSwitch.RateLimitAnswer;
import dev.crispconnect.simulator.switches.Switch;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsOverHttpTest {

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
    void theSecondRequestOfASecondIsRefusedAndTakesNoEffect() {
        set(AccessSwitch.RATE_LIMIT_ANSWER, RateLimitAnswer.ENVELOPE);

        Reply reply = oneTooMany();

        assertThat(reply.status()).isEqualTo(429);
        assertThat(reply.reason()).isEqualTo("rate_limited");
        assertThat(reply.headers().firstValue("Retry-After")).isEmpty();
        assertThat(site.workspace().conversations().all()).hasSize(1);
        assertThat(usage().refusedByRate()).isEqualTo(1);
        site.tick();
        assertThat(site.post("/conversation", "{}").status()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({
        "envelope, 429, application/json; charset=utf-8,",
        "status-420, 420, application/json; charset=utf-8,",
        "html, 429, text/html,",
        "retry-after, 429, application/json; charset=utf-8, 1",
        "retry-after-date, 429, application/json; charset=utf-8, 'Mon, 02 Mar 2026 09:30:02 GMT'"
    })
    void nobodyKnowsHowARefusalLooks(String answer, int status, String type, String retryAfter) {
        site.simulator().switches().set("rate-limit-answer", answer);

        Reply reply = oneTooMany();

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.headers().firstValue("Content-Type")).hasValue(type);
        assertThat(reply.headers().firstValue("Retry-After").orElse(null)).isEqualTo(retryAfter);
    }

    @Test
    void whoComesBeforeTheAnnouncedTimeIsCounted() {
        set(AccessSwitch.RATE_LIMIT_ANSWER, RateLimitAnswer.RETRY_AFTER);
        oneTooMany();

        site.get("");
        site.tick();
        site.get("");

        assertThat(usage().earlyRetries()).isEqualTo(1);
    }

    @Test
    void theTimeThatAFaultAnnouncesCountsToo() {
        site.simulator().inject(Fault.status(503, "server_error", Duration.ofSeconds(5)));

        site.get("");
        site.get("");
        site.clock().advance(Duration.ofSeconds(5));
        site.get("");

        assertThat(usage().earlyRetries()).isEqualTo(1);
    }

    @Test
    void callersWithoutAGoodTokenAreLimitedBeforeTheyAreToldSo() {
        set(AccessSwitch.RATE_LIMIT, 1);
        site.simulator().tokens().revoke(site.simulator().websiteToken());

        assertThat(site.get("").status()).isEqualTo(401);
        assertThat(site.get("").status()).isEqualTo(429);
    }

    @Test
    void aUsedUpQuotaAnswersAsALimitUntilTheNextDay() {
        set(AccessSwitch.DAILY_QUOTA, OffOn.ON);
        set(AccessSwitch.WEBSITE_QUOTA, 2);
        set(AccessSwitch.RATE_LIMIT_ANSWER, RateLimitAnswer.RETRY_AFTER_DATE);

        assertThat(site.get("").status()).isEqualTo(200);
        assertThat(site.head("/conversation/session_gone").status()).isEqualTo(404);
        Reply refused = site.get("");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("Tue, 03 Mar 2026 00:00:00 GMT");
        assertThat(usage().left()).hasValue(0);
        site.clock().advance(Duration.ofHours(15));
        assertThat(site.get("").status()).isEqualTo(200);
        assertThat(usage().left()).hasValue(1);
    }

    @Test
    void aUsedUpQuotaCanLock() {
        set(AccessSwitch.DAILY_QUOTA, OffOn.ON);
        set(AccessSwitch.WEBSITE_QUOTA, 0);
        set(AccessSwitch.QUOTA_ANSWER, QuotaAnswer.LOCKED);

        Reply refused = site.get("");

        assertThat(refused.status()).isEqualTo(423);
        assertThat(refused.reason()).isEqualTo("quota_limit_exceeded");
    }

    private Reply oneTooMany() {
        set(AccessSwitch.RATE_LIMIT, 1);
        assertThat(site.post("/conversation", "{}").status()).isEqualTo(201);
        return site.post("/conversation", "{}");
    }

    private Usage usage() {
        return site.simulator().limits().usage(site.simulator().websiteToken());
    }

    private <V> void set(Switch<V> which, V value) {
        site.simulator().switches().set(which, value);
    }
}
