package dev.crispconnect.simulator;

import dev.crispconnect.simulator.access.Tier;
import dev.crispconnect.simulator.access.Token;
import dev.crispconnect.simulator.http.AnswerRules;
import dev.crispconnect.simulator.workspace.WorkspaceRules;
import java.time.Duration;
import java.util.Objects;

/**
 * What a simulator is started with. Begin with {@link #defaults()} and change what matters.
 *
 * @param host address to bind
 * @param port port to bind; 0 lets the system choose a free one
 * @param seed what identifiers and the seeded past are made from
 * @param websiteId the default website
 * @param websiteToken the token of the default website
 * @param pluginToken the token of a plugin, installed on the default website
 * @param thinkTime how long every answer takes
 * @param eventLoops how many threads answer; with one, the order in which writes take effect is the order of arrival
 * @param journalLimit how many requests the journal keeps; 0 keeps none and only counts
 * @param clock what time it is
 * @param workspaceRules choices about the data where Crisp's behaviour is unknown
 * @param answerRules choices about the answers where Crisp's behaviour is unknown
 */
public record SimulatorSettings(
        String host,
        int port,
        long seed,
        String websiteId,
        Token websiteToken,
        Token pluginToken,
        Duration thinkTime,
        int eventLoops,
        int journalLimit,
        SimulatorClock clock,
        WorkspaceRules workspaceRules,
        AnswerRules answerRules) {

    private static final String WEBSITE_ID = "0d9c4f3e-6a1b-4c8e-9a53-0b6f2f1a7c11";
    private static final int JOURNAL_LIMIT = 100_000;

    /** @throws IllegalArgumentException when there is no event loop, or the think time or the journal limit is negative */
    public SimulatorSettings {
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(clock, "clock");
        if (eventLoops < 1 || journalLimit < 0 || thinkTime.isNegative()) {
            throw new IllegalArgumentException(
                    "eventLoops must be 1 or more, journalLimit and thinkTime 0 or more, not " + eventLoops + ", "
                            + journalLimit + ", " + thinkTime);
        }
    }

    /** A free port of 127.0.0.1, one event loop, no think time, the machine's clock, our choices for what is unknown. */
    public static SimulatorSettings defaults() {
        long seed = 1;
        return new SimulatorSettings(
                "127.0.0.1",
                0,
                seed,
                WEBSITE_ID,
                Token.seeded(seed, Tier.WEBSITE),
                Token.seeded(seed, Tier.PLUGIN),
                Duration.ZERO,
                1,
                JOURNAL_LIMIT,
                new WallClock(),
                WorkspaceRules.defaults(),
                AnswerRules.defaults());
    }

    /** The same settings, bound to this address. */
    public SimulatorSettings withHost(String newHost) {
        return new SimulatorSettings(
                newHost,
                port,
                seed,
                websiteId,
                websiteToken,
                pluginToken,
                thinkTime,
                eventLoops,
                journalLimit,
                clock,
                workspaceRules,
                answerRules);
    }

    /** The same settings, bound to this port; 0 for a free one. */
    public SimulatorSettings withPort(int newPort) {
        return new SimulatorSettings(
                host,
                newPort,
                seed,
                websiteId,
                websiteToken,
                pluginToken,
                thinkTime,
                eventLoops,
                journalLimit,
                clock,
                workspaceRules,
                answerRules);
    }

    /** The same settings, identifiers and past made from this seed; the tokens stay. */
    public SimulatorSettings withSeed(long newSeed) {
        return new SimulatorSettings(
                host,
                port,
                newSeed,
                websiteId,
                websiteToken,
                pluginToken,
                thinkTime,
                eventLoops,
                journalLimit,
                clock,
                workspaceRules,
                answerRules);
    }

    /** The same settings, this default website. */
    public SimulatorSettings withWebsiteId(String newWebsiteId) {
        return new SimulatorSettings(
                host,
                port,
                seed,
                newWebsiteId,
                websiteToken,
                pluginToken,
                thinkTime,
                eventLoops,
                journalLimit,
                clock,
                workspaceRules,
                answerRules);
    }

    /** The same settings, this token of the default website. */
    public SimulatorSettings withWebsiteToken(Token newWebsiteToken) {
        return new SimulatorSettings(
                host,
                port,
                seed,
                websiteId,
                newWebsiteToken,
                pluginToken,
                thinkTime,
                eventLoops,
                journalLimit,
                clock,
                workspaceRules,
                answerRules);
    }

    /** The same settings, this token of the plugin. */
    public SimulatorSettings withPluginToken(Token newPluginToken) {
        return new SimulatorSettings(
                host,
                port,
                seed,
                websiteId,
                websiteToken,
                newPluginToken,
                thinkTime,
                eventLoops,
                journalLimit,
                clock,
                workspaceRules,
                answerRules);
    }

    /** The same settings, every answer taking this long. */
    public SimulatorSettings withThinkTime(Duration newThinkTime) {
        return new SimulatorSettings(
                host,
                port,
                seed,
                websiteId,
                websiteToken,
                pluginToken,
                newThinkTime,
                eventLoops,
                journalLimit,
                clock,
                workspaceRules,
                answerRules);
    }

    /** The same settings, this many event loops. */
    public SimulatorSettings withEventLoops(int newEventLoops) {
        return new SimulatorSettings(
                host,
                port,
                seed,
                websiteId,
                websiteToken,
                pluginToken,
                thinkTime,
                newEventLoops,
                journalLimit,
                clock,
                workspaceRules,
                answerRules);
    }

    /** The same settings, a journal of this many requests. */
    public SimulatorSettings withJournalLimit(int newJournalLimit) {
        return new SimulatorSettings(
                host,
                port,
                seed,
                websiteId,
                websiteToken,
                pluginToken,
                thinkTime,
                eventLoops,
                newJournalLimit,
                clock,
                workspaceRules,
                answerRules);
    }

    /** The same settings, this clock. */
    public SimulatorSettings withClock(SimulatorClock newClock) {
        return new SimulatorSettings(
                host,
                port,
                seed,
                websiteId,
                websiteToken,
                pluginToken,
                thinkTime,
                eventLoops,
                journalLimit,
                newClock,
                workspaceRules,
                answerRules);
    }

    /** The same settings, these choices about the data. */
    public SimulatorSettings withWorkspaceRules(WorkspaceRules newWorkspaceRules) {
        return new SimulatorSettings(
                host,
                port,
                seed,
                websiteId,
                websiteToken,
                pluginToken,
                thinkTime,
                eventLoops,
                journalLimit,
                clock,
                newWorkspaceRules,
                answerRules);
    }

    /** The same settings, these choices about the answers. */
    public SimulatorSettings withAnswerRules(AnswerRules newAnswerRules) {
        return new SimulatorSettings(
                host,
                port,
                seed,
                websiteId,
                websiteToken,
                pluginToken,
                thinkTime,
                eventLoops,
                journalLimit,
                clock,
                workspaceRules,
                newAnswerRules);
    }
}
