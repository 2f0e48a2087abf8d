package dev.crispconnect.source.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crispconnect.client.CrispException;
import dev.crispconnect.client.FakeCrisp;
import dev.crispconnect.client.Tier;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which call tells where to connect. */
class DiscoveryTest {

    private static final String NAMED = "GET /website/w1/connect/endpoints";
    private static final String UNNAMED = "GET /website/connect/endpoints";

    private final FakeCrisp crisp = new FakeCrisp();

    @ParameterizedTest
    @CsvSource({
        "PLUGIN, GET /plugin/connect/endpoints",
        "WEBSITE, " + NAMED,
        "USER, GET /user/connect/endpoints",
    })
    void eachTierHasItsOwn(Tier tier, String call) {
        crisp.script(each -> each.answer(200, HearingTask.ENDPOINTS));

        assertThat(ask(tier).join()).isEqualTo("wss://app.example.org/p/1/");

        assertThat(lines()).containsExactly(call);
    }

    @Test
    void whereCrispDoesNotServeItForANamedWebsiteTheOtherWayIsTried() {
        crisp.script(each -> {
            if (each.line().equals(NAMED)) {
                each.missing();
            } else {
                each.answer(200, HearingTask.ENDPOINTS);
            }
        });

        assertThat(ask(Tier.WEBSITE).join()).isEqualTo("wss://app.example.org/p/1/");

        assertThat(lines()).containsExactly(NAMED, UNNAMED);
    }

    @Test
    void whereItServesNeitherTheFirstAnswerIsTold() {
        crisp.script(each -> each.missing());

        assertThatThrownBy(() -> ask(Tier.WEBSITE).join())
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(CrispException.Missing.class)
                .hasMessageContaining("/website/{website_id}/connect/endpoints");
    }

    @Test
    void anyOtherRefusalIsFinal() {
        crisp.script(each -> each.denied());

        assertThatThrownBy(() -> ask(Tier.WEBSITE).join()).hasCauseInstanceOf(CrispException.Denied.class);

        assertThat(lines()).containsExactly(NAMED);
    }

    @Test
    void aSecondWayThatFailsOtherwiseTellsWhy() {
        crisp.script(each -> {
            if (each.line().equals(NAMED)) {
                each.missing();
            } else {
                each.lost();
            }
        });

        assertThatThrownBy(() -> ask(Tier.WEBSITE).join()).hasCauseInstanceOf(CrispException.Unreachable.class);
    }

    private CompletableFuture<String> ask(Tier tier) {
        return new Discovery(crisp, new Wanted(tier, List.of("w1"), List.of("message:send"))).ask();
    }

    private List<String> lines() {
        return crisp.sent().stream().map(Object::toString).toList();
    }
}
