package dev.crispconnect.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which failure a status and a reason stand for; an empty reason is that of an answer which is no envelope. */
class ClassificationTest {

    @ParameterizedTest
    @CsvSource({
        "400, invalid_data, Refused",
        "400, '', Refused",
        "401, invalid_session, Denied",
        "401, '', Denied",
        "402, subscription_upgrade_required, Denied",
        "403, not_allowed, Denied",
        "403, '', Denied",
        "404, conversation_not_found, Missing",
        "404, people_profile_not_found, Missing",
        "404, not_subscribed, Denied",
        "404, not_found, Denied",
        "404, '', Unavailable",
        "405, '', Refused",
        "408, '', Unavailable",
        "409, conflict, Refused",
        "413, '', Refused",
        "420, '', Throttled",
        "422, invalid_data, Refused",
        "423, quota_limit_exceeded, Unavailable",
        "423, password_unverified, Refused",
        "423, '', Unavailable",
        "425, '', Unavailable",
        "429, rate_limited, Throttled",
        "429, '', Throttled",
        "451, '', Refused",
        "500, server_error, Unavailable",
        "502, '', Unavailable",
        "503, '', Unavailable",
        "504, '', Unavailable",
        "599, '', Unavailable",
        "301, '', Denied",
        "304, '', Denied",
        "308, '', Denied",
    })
    void followsTheReference(int status, String reason, String kind) {
        CrispException failure = Classification.of(facts(status, reason));

        assertThat(failure.getClass().getSimpleName()).isEqualTo(kind);
        assertThat(failure.status()).isEqualTo(status);
        assertThat(failure.reason()).isEqualTo(reason);
        assertThat(failure.method()).isEqualTo("PATCH");
        assertThat(failure.template()).isEqualTo("/thing/{id}");
        assertThat(failure.retryAfter()).contains(Duration.ofSeconds(3));
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 500, 502, 503, 504})
    void leavesItOpenWhetherAWriteTookEffectWhenTheServerFailed(int status) {
        assertThat(Classification.of(facts(status, "")).mayHaveTakenEffect()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {307, 400, 401, 402, 403, 404, 405, 409, 413, 420, 422, 423, 425, 429})
    void knowsThatARefusedWriteTookNoEffect(int status) {
        assertThat(Classification.of(facts(status, "")).mayHaveTakenEffect()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "401, '', identifier and key",
        "402, '', plan",
        "403, not_allowed, scope",
        "404, not_subscribed, Install the plugin",
        "404, not_found, API URL is wrong",
        "302, '', redirect",
    })
    void tellsAnOperatorWhatToDo(int status, String reason, String advice) {
        CrispException.Denied denied = (CrispException.Denied) Classification.of(facts(status, reason));

        assertThat(denied.advice()).contains(advice);
        assertThat(denied).hasMessageContaining(denied.advice());
    }

    @Test
    void describesItselfByTemplateStatusAndReason() {
        assertThat(Classification.of(facts(400, "invalid_data")))
                .hasMessage("PATCH /thing/{id} was refused: HTTP 400 invalid_data");
    }

    private static CrispException.Facts facts(int status, String reason) {
        return new CrispException.Facts(
                "PATCH", "/thing/{id}", status, reason, new Answer.Headers(null, Duration.ofSeconds(3), true));
    }
}
