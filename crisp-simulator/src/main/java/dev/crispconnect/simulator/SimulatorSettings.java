package dev.crispconnect.simulator;

import dev.crispconnect.simulator.access.Tier;
import dev.crispconnect.simulator.access.Token;
import dev.crispconnect.simulator.switches.Switch;
import dev.crispconnect.simulator.switches.Switches;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** What a simulator is started with. Begin with {@link #defaults()} and change what matters. Immutable. */
public final class SimulatorSettings {

    private static final String WEBSITE_ID = "0d9c4f3e-6a1b-4c8e-9a53-0b6f2f1a7c11";
    private static final int JOURNAL_LIMIT = 100_000;
    private static final long SEED = 1;

    private String host = "127.0.0.1";
    private int port;
    private long seed = SEED;
    private String websiteId = WEBSITE_ID;
    private Token websiteToken = Token.seeded(SEED, Tier.WEBSITE);
    private Token pluginToken = Token.seeded(SEED, Tier.PLUGIN);
    private Token userToken = Token.seeded(SEED, Tier.USER);
    private String userSecret = "secret-of-the-simulated-user";
    private Duration thinkTime = Duration.ZERO;
    private int eventLoops = 1;
    private int journalLimit = JOURNAL_LIMIT;
    private SimulatorClock clock = new WallClock();
    private Map<Switch<?>, Consumer<Switches>> chosen = Map.of();

    private SimulatorSettings() {}

    /** A free port of 127.0.0.1, one event loop, no think time, the machine's clock, our choices for what is unknown. */
    public static SimulatorSettings defaults() {
        return new SimulatorSettings();
    }

    private SimulatorSettings with(Consumer<SimulatorSettings> change) {
        SimulatorSettings changed = new SimulatorSettings();
        changed.host = host;
        changed.port = port;
        changed.seed = seed;
        changed.websiteId = websiteId;
        changed.websiteToken = websiteToken;
        changed.pluginToken = pluginToken;
        changed.userToken = userToken;
        changed.userSecret = userSecret;
        changed.thinkTime = thinkTime;
        changed.eventLoops = eventLoops;
        changed.journalLimit = journalLimit;
        changed.clock = clock;
        changed.chosen = chosen;
        change.accept(changed);
        return changed;
    }

    /** Address to bind. */
    public String host() {
        return host;
    }

    public SimulatorSettings withHost(String chosen) {
        return with(settings -> settings.host = Objects.requireNonNull(chosen, "host"));
    }

    /** Port to bind; 0 lets the system choose a free one. */
    public int port() {
        return port;
    }

    public SimulatorSettings withPort(int chosen) {
        return with(settings -> settings.port = chosen);
    }

    /** What identifiers and the seeded past are made from; the tokens are not. */
    public long seed() {
        return seed;
    }

    public SimulatorSettings withSeed(long chosen) {
        return with(settings -> settings.seed = chosen);
    }

    /** The default website. */
    public String websiteId() {
        return websiteId;
    }

    public SimulatorSettings withWebsiteId(String chosen) {
        return with(settings -> settings.websiteId = Objects.requireNonNull(chosen, "websiteId"));
    }

    /** The token of the default website. */
    public Token websiteToken() {
        return websiteToken;
    }

    public SimulatorSettings withWebsiteToken(Token chosen) {
        return with(settings -> settings.websiteToken = Objects.requireNonNull(chosen, "websiteToken"));
    }

    /** The token of a plugin, installed on the default website. */
    public Token pluginToken() {
        return pluginToken;
    }

    public SimulatorSettings withPluginToken(Token chosen) {
        return with(settings -> settings.pluginToken = Objects.requireNonNull(chosen, "pluginToken"));
    }

    /** The token of a user who owns the default website. */
    public Token userToken() {
        return userToken;
    }

    public SimulatorSettings withUserToken(Token chosen) {
        return with(settings -> settings.userToken = Objects.requireNonNull(chosen, "userToken"));
    }

    /** The password of that user, which goes into {@code verify}. */
    public String userSecret() {
        return userSecret;
    }

    public SimulatorSettings withUserSecret(String chosen) {
        return with(settings -> settings.userSecret = Objects.requireNonNull(chosen, "userSecret"));
    }

    /** How long every answer takes. */
    public Duration thinkTime() {
        return thinkTime;
    }

    /**
     * The same settings with another think time.
     *
     * @throws IllegalArgumentException when negative
     */
    public SimulatorSettings withThinkTime(Duration chosen) {
        require(!chosen.isNegative(), "chosen must be 0 or more");
        return with(settings -> settings.thinkTime = chosen);
    }

    /** How many threads answer; with one, the order in which writes take effect is the order of arrival. */
    public int eventLoops() {
        return eventLoops;
    }

    /**
     * The same settings with another number of threads.
     *
     * @throws IllegalArgumentException when below 1
     */
    public SimulatorSettings withEventLoops(int chosen) {
        require(chosen >= 1, "eventLoops must be 1 or more");
        return with(settings -> settings.eventLoops = chosen);
    }

    /** How many requests the journal keeps; 0 keeps none and only counts. */
    public int journalLimit() {
        return journalLimit;
    }

    /**
     * The same settings with another journal.
     *
     * @throws IllegalArgumentException when negative
     */
    public SimulatorSettings withJournalLimit(int chosen) {
        require(chosen >= 0, "journalLimit must be 0 or more");
        return with(settings -> settings.journalLimit = chosen);
    }

    /** What time it is. */
    public SimulatorClock clock() {
        return clock;
    }

    public SimulatorSettings withClock(SimulatorClock chosen) {
        return with(settings -> settings.clock = Objects.requireNonNull(chosen, "clock"));
    }

    /** Puts the switches as these settings say. */
    void choose(Switches switches) {
        switches.reset();
        chosen.values().forEach(choice -> choice.accept(switches));
    }

    /** With this choice where Crisp's behaviour is unknown; it may be changed later too. */
    public <V> SimulatorSettings with(Switch<V> which, V value) {
        return with(settings -> {
            settings.chosen = new LinkedHashMap<>(chosen);
            settings.chosen.put(which, switches -> switches.set(which, value));
        });
    }

    /**
     * The same by name, such as {@code repeated-fingerprint} and {@code twin}.
     *
     * @throws IllegalArgumentException when there is no such switch or value, with a sentence that says what there is
     */
    public SimulatorSettings with(String switchName, String value) {
        return parsed(Switches.named(switchName), value);
    }

    private <V> SimulatorSettings parsed(Switch<V> which, String value) {
        return with(which, which.parse(value));
    }

    private static void require(boolean valid, String otherwise) {
        if (!valid) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
