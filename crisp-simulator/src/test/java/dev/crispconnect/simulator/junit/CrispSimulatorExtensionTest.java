package dev.crispconnect.simulator.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crispconnect.simulator.SimulatorSettings;
import dev.crispconnect.simulator.fault.Fault;
import dev.crispconnect.simulator.switches.AnswerSwitch;
import dev.crispconnect.simulator.switches.AnswerSwitch.Partial;
import java.io.UncheckedIOException;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CrispSimulatorExtensionTest {

    private final CrispSimulatorExtension extension =
            CrispSimulatorExtension.create(SimulatorSettings.defaults().with(AnswerSwitch.PARTIAL, Partial.ALWAYS));

    @AfterEach
    void stop() {
        extension.afterAll(null);
    }

    @Test
    void inAStaticFieldThePortStaysAndTheDataGoes() {
        extension.beforeAll(null);
        extension.beforeEach(null);
        URI url = extension.url();
        extension.workspace().seed(3, 1, 1);
        extension.simulator().inject(Fault.html(502));
        extension.simulator().switches().set(AnswerSwitch.PARTIAL, Partial.WHEN_MORE);
        extension.afterEach(null);

        extension.beforeEach(null);

        assertThat(extension.url()).isEqualTo(url);
        assertThat(extension.workspace().conversations().all()).isEmpty();
        assertThat(extension.simulator().faults().pending()).isEmpty();
        assertThat(extension.simulator().switches().get(AnswerSwitch.PARTIAL)).isEqualTo(Partial.ALWAYS);
    }

    @Test
    void inAnInstanceFieldEachTestHasItsOwn() {
        extension.beforeEach(null);
        extension.workspace().seed(3, 1, 1);
        extension.afterEach(null);
        extension.beforeEach(null);

        assertThat(extension.workspace().conversations().all()).isEmpty();
    }

    @Test
    void nestedClassesShareTheSimulatorOfTheClassAroundThem() {
        extension.beforeAll(null);
        URI url = extension.url();

        extension.beforeAll(null);
        extension.beforeEach(null);
        URI nested = extension.url();
        extension.afterEach(null);
        extension.afterAll(null);

        assertThat(nested).isEqualTo(url);
        extension.beforeEach(null);
        assertThat(extension.url()).isEqualTo(url);
    }

    @Test
    void aSimulatorThatCannotStartLeavesNothingBehind() {
        extension.beforeAll(null);
        CrispSimulatorExtension samePort = CrispSimulatorExtension.create(
                SimulatorSettings.defaults().withPort(extension.url().getPort()));

        assertThatThrownBy(() -> samePort.beforeAll(null)).isInstanceOf(UncheckedIOException.class);
        samePort.afterAll(null);

        assertThatThrownBy(samePort::url).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void outsideOfATestItSaysThatThereIsNone() {
        assertThatThrownBy(extension::url)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("@RegisterExtension");
    }
}
