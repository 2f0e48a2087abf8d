package dev.crispconnect.quickstart.console;

import dev.crispconnect.simulator.journal.Journal;
import java.io.BufferedReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Shows what moves and takes commands, each on a daemon thread of its own. */
public final class Console implements AutoCloseable {
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(30);
    private static final Duration WAY_BACK = Duration.ofSeconds(3);
    private static final Duration STEP = Duration.ofMillis(100);

    private final Conversations conversations = new Conversations();
    private final Answers answers = new Answers();
    private final Screen screen;
    private final Ending ending;
    private final Keyboard keyboard;
    private final TopicFollower follower;
    private final Thread following;

    /**
     * Starts to follow the topics.
     *
     * @param journal the simulated Crisp's requests; empty when it is the real one
     * @param since what happened earlier is not shown
     */
    public Console(String bootstrap, Optional<Journal> journal, Instant since, Screen screen, Ending ending) {
        this.screen = screen;
        this.ending = ending;
        this.keyboard = new Keyboard(bootstrap, conversations, answers, screen);
        var calls = journal.map(requests -> new ApiCalls(requests, conversations));
        Supplier<List<Line>> newCalls = () -> calls.map(ApiCalls::since).orElse(List.of());
        this.follower =
                new TopicFollower(bootstrap, since, new RecordLines(conversations, answers), newCalls, screen);
        this.following = start("topics", follower);
    }

    /** How many conversations have come so far. */
    public int conversations() {
        return conversations.count();
    }

    /**
     * Starts to take commands. {@code quit} announces the end. So does the end of the input, after the commands were
     * answered, unless there never was any input and nobody sits at a terminal: then the program runs in the background.
     */
    public void take(BufferedReader input, boolean terminal) {
        start("keyboard", () -> {
            var end = keyboard.read(input);
            if (end == Keyboard.End.NEVER_ANY && !terminal) {
                screen.say("There is no input: running until Ctrl-C.");
                return;
            }
            if (end == Keyboard.End.EXHAUSTED && !terminal) {
                awaitAnswers();
            }
            ending.announce();
        });
    }

    @Override
    public void close() {
        follower.stop();
        try {
            following.join(STEP.toMillis() * 20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        keyboard.close();
    }

    /** Until every command was answered, and what it changed had time to come back. */
    private void awaitAnswers() {
        for (var waited = Duration.ZERO;
                !answers.complete() && waited.compareTo(LONGEST_ANSWER) < 0;
                waited = waited.plus(STEP)) {
            if (ending.within(STEP)) {
                return;
            }
        }
        ending.within(WAY_BACK);
    }

    private static Thread start(String name, Runnable work) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
