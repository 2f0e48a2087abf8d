package dev.crispconnect.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CrispSimulatorTest {

    @Test
    void itBindsAFreePortOfLoopback() {
        try (CrispSimulator first = CrispSimulator.start(SimulatorSettings.defaults());
                CrispSimulator second = CrispSimulator.start(SimulatorSettings.defaults())) {
            assertThat(first.url().toString()).matches("http://127\\.0\\.0\\.1:[1-9][0-9]+/v1/");
            assertThat(second.url()).isNotEqualTo(first.url());
        }
    }

    @Test
    void aPortThatIsTakenIsToldAtTheStart() {
        try (CrispSimulator first = CrispSimulator.start(SimulatorSettings.defaults())) {
            SimulatorSettings samePort =
                    SimulatorSettings.defaults().withPort(first.url().getPort());

            assertThatThrownBy(() -> CrispSimulator.start(samePort)).isInstanceOf(UncheckedIOException.class);
        }
    }

    @Test
    void closingFreesThePortAndMayBeRepeated() {
        CrispSimulator simulator = CrispSimulator.start(SimulatorSettings.defaults());
        int port = simulator.url().getPort();
        simulator.close();
        simulator.close();

        try (CrispSimulator next =
                CrispSimulator.start(SimulatorSettings.defaults().withPort(port))) {
            assertThat(next.url().getPort()).isEqualTo(port);
        }
    }

    @Test
    void slowAnswersAreGivenSideBySide() {
        ExecutorService pool = Executors.newFixedThreadPool(20);
        try (Site site = Site.open(SimulatorSettings.defaults().withThinkTime(Duration.ofMillis(400)))) {
            List<CompletableFuture<Integer>> answers = IntStream.range(0, 20)
                    .mapToObj(i ->
                            CompletableFuture.supplyAsync(() -> site.get("").status(), pool))
                    .toList();

            assertThat(answers).allSatisfy(answer -> assertThat(answer.join()).isEqualTo(200));
            assertThat(site.simulator().journal().peakInFlight()).isGreaterThan(10);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void severalEventLoopsServeOnePort() {
        try (Site site = Site.open(SimulatorSettings.defaults().withEventLoops(2))) {
            assertThat(site.get("").status()).isEqualTo(200);
        }
    }

    @Test
    void theSameSeedMakesTheSameWorkspace() {
        try (Site one = Site.open();
                Site two = Site.open()) {
            one.workspace().seed(5, 4, 3);
            two.workspace().seed(5, 4, 3);

            assertThat(one.workspace().conversations().all())
                    .isEqualTo(two.workspace().conversations().all());
            assertThat(one.workspace().people().all())
                    .isEqualTo(two.workspace().people().all());
        }
    }

    @Test
    void settingsThatMakeNoSenseAreRefused() {
        SimulatorSettings settings = SimulatorSettings.defaults();

        assertThatIllegalArgumentException().isThrownBy(() -> settings.withEventLoops(0));
        assertThatIllegalArgumentException().isThrownBy(() -> settings.withJournalLimit(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> settings.withThinkTime(Duration.ofMillis(-1)));
    }

    @Test
    void aWebsiteThatIsNoneIsRefusedWithAdvice() {
        try (CrispSimulator simulator = CrispSimulator.start(SimulatorSettings.defaults())) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> simulator.workspace("nowhere"))
                    .withMessageContaining("addWebsite");
        }
    }
}
