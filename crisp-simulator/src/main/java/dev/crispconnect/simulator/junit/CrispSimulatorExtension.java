package dev.crispconnect.simulator.junit;

import dev.crispconnect.simulator.CrispSimulator;
import dev.crispconnect.simulator.SimulatorSettings;
import dev.crispconnect.simulator.access.Token;
import dev.crispconnect.simulator.workspace.Workspace;
import java.net.URI;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A simulated Crisp for the tests of a class, to be registered with {@code @RegisterExtension}. In a static field it listens
 * on one port for the whole class, nested classes included, and is emptied before each test; in an instance field each test
 * has one of its own, as it needs when tests of one class run in parallel. Use it while tests run: before, there is none.
 */
public final class CrispSimulatorExtension
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {

    private final SimulatorSettings settings;
    private CrispSimulator simulator;
    // this one and those nested in it
    private int classes;

    private CrispSimulatorExtension(SimulatorSettings settings) {
        this.settings = settings;
    }

    /** A simulator on a free port with our choices for what is unknown about Crisp. */
    public static CrispSimulatorExtension create() {
        return create(SimulatorSettings.defaults());
    }

    /** A simulator that is started with these settings. */
    public static CrispSimulatorExtension create(SimulatorSettings settings) {
        return new CrispSimulatorExtension(settings);
    }

    /**
     * The simulator itself: faults, switches, journal, realtime, hooks.
     *
     * @throws IllegalStateException when no test is running
     */
    public synchronized CrispSimulator simulator() {
        if (simulator == null) {
            throw new IllegalStateException("There is a simulator only while tests run: is this field annotated with "
                    + "@RegisterExtension, and read in a test or in @BeforeEach?");
        }
        return simulator;
    }

    /** Base of the REST API with its version, such as {@code http://127.0.0.1:40123/v1/}. */
    public URI url() {
        return simulator().url();
    }

    /** What to log in with. */
    public Token websiteToken() {
        return simulator().websiteToken();
    }

    /** The website that the token is for. */
    public String websiteId() {
        return settings.websiteId();
    }

    /** The website's conversations, messages and people. */
    public Workspace workspace() {
        return simulator().workspace();
    }

    @Override
    public synchronized void beforeAll(ExtensionContext context) {
        classes++;
        if (simulator == null) {
            simulator = CrispSimulator.start(settings);
        }
    }

    @Override
    public synchronized void beforeEach(ExtensionContext context) {
        if (classes > 0) {
            simulator.reset();
        } else {
            simulator = CrispSimulator.start(settings);
        }
    }

    @Override
    public synchronized void afterEach(ExtensionContext context) {
        if (classes == 0) {
            stop();
        }
    }

    @Override
    public synchronized void afterAll(ExtensionContext context) {
        classes--;
        if (classes <= 0) {
            stop();
        }
    }

    private void stop() {
        if (simulator != null) {
            simulator.close();
            simulator = null;
        }
    }
}
