package dev.crispconnect.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class RouterTest {

    private static final Route ONE = route("/things/{thing_id}");
    private static final Route STATS = route("/things/stats");
    private static final Route PART = route("/things/{thing_id}/part/{part_id}");

    private final Router router = new Router(List.of(ONE, STATS, PART));

    @Test
    void parametersAreTakenFromThePath() {
        assertThat(router.find("GET", "/things/a/part/b").orElseThrow().parameters())
                .containsEntry("thing_id", "a")
                .containsEntry("part_id", "b");
    }

    @Test
    void aLiteralWinsOverAParameter() {
        assertThat(router.find("GET", "/things/stats").orElseThrow().route()).isEqualTo(STATS);
        assertThat(router.find("GET", "/things/stats/part/b").orElseThrow().route())
                .isEqualTo(PART);
    }

    @Test
    void parametersAreDecodedButAPlusIsAPlus() {
        assertThat(router.find("GET", "/things/a%40b+c%2Fd").orElseThrow().parameters())
                .containsEntry("thing_id", "a@b+c/d");
    }

    @Test
    void aPercentSignThatEncodesNothingStaysAsItIs() {
        assertThat(router.find("GET", "/things/100%").orElseThrow().parameters())
                .containsEntry("thing_id", "100%");
    }

    @Test
    void oneTrailingSlashIsToleratedAndAnEmptyParameterIsNot() {
        assertThat(router.find("GET", "/things/a/")).isPresent();
        assertThat(router.find("GET", "/things/")).isEmpty();
        assertThat(router.find("GET", "/things//part/b")).isEmpty();
    }

    @Test
    void anotherMethodOrAnotherPathIsNoMatch() {
        assertThat(router.find("POST", "/things/a")).isEmpty();
        assertThat(router.find("GET", "/thing/a")).isEmpty();
        assertThat(router.find("GET", "/things/a/part")).isEmpty();
        assertThat(router.find("GET", "/")).isEmpty();
    }

    @Test
    void twoRoutesForTheSamePathAreAMistake() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Router(List.of(ONE, route("/things/{other}"))))
                .withMessageContaining("two routes");
    }

    private static Route route(String template) {
        return Route.read("GET", template, call -> Answer.updated());
    }
}
