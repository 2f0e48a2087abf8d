package dev.crispconnect.simulator;

import dev.crispconnect.simulator.clock.SettableClock;
import dev.crispconnect.simulator.switches.Switch;
import dev.crispconnect.simulator.switches.Switches;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What the command line says. Not changed once it is parsed. */
final class Options {

    private static final String FROZEN = "frozen:";

    private static final List<Argument> ARGUMENTS = List.of(
            new Argument(
                    "--port",
                    "<n>",
                    "port to bind (default 0: a free one)",
                    (options, value) -> options.settings = options.settings.withPort(value.whole(0, 65_535))),
            new Argument(
                    "--seed-conversations",
                    "<n>",
                    "conversations of the past (default 100)",
                    (options, value) -> options.conversations = value.whole(0, Integer.MAX_VALUE)),
            new Argument(
                    "--messages",
                    "<n>",
                    "messages in each of them (default 5)",
                    (options, value) -> options.messages = value.whole(0, Integer.MAX_VALUE)),
            new Argument(
                    "--profiles",
                    "<n>",
                    "people profiles (default 50)",
                    (options, value) -> options.profiles = value.whole(0, Integer.MAX_VALUE)),
            new Argument(
                    "--seed",
                    "<n>",
                    "what identifiers and the past are made from (default 1)",
                    (options, value) ->
                            options.settings = options.settings.withSeed(value.whole(0, Integer.MAX_VALUE))),
            new Argument(
                    "--traffic",
                    "<events/s>",
                    "visitors and operators at work (default 0: none)",
                    (options, value) -> options.trafficPerSecond = value.number()),
            new Argument(
                    "--think-time-ms",
                    "<n>",
                    "how long every answer takes (default 0)",
                    (options, value) -> options.settings =
                            options.settings.withThinkTime(Duration.ofMillis(value.whole(0, Integer.MAX_VALUE)))),
            new Argument(
                    "--clock",
                    "<time>",
                    "time to begin at, such as 2026-03-02T09:30:00Z;\nfrozen:<time> stands still there (default: now)",
                    (options, value) -> options.clock = value.clock()),
            new Argument(
                    "--switch",
                    "<name=value>",
                    "what to do where nobody knows what Crisp does;\nmay be given several times, see below",
                    (options, value) -> options.settings = value.chosen(options.settings)),
            new Argument(
                    "--journal-limit",
                    "<n>",
                    "requests to remember (default 100000)",
                    (options, value) ->
                            options.settings = options.settings.withJournalLimit(value.whole(0, Integer.MAX_VALUE))),
            new Argument(
                    "--event-loops",
                    "<n>",
                    "threads that answer (default 1)",
                    (options, value) -> options.settings = options.settings.withEventLoops(value.whole(1, 1_024))));

    private SimulatorSettings settings = SimulatorSettings.defaults();
    private int conversations = 100;
    private int messages = 5;
    private int profiles = 50;
    private double trafficPerSecond;
    private Consumer<SettableClock> clock = running -> {};
    private boolean help;

    private Options() {}

    /**
     * @throws IllegalArgumentException with a sentence for the user when an argument is unknown, lacks its value or has one
     *     that makes no sense
     */
    static Options parse(List<String> arguments) {
        Options options = new Options();
        for (int i = 0; i < arguments.size(); i += 2) {
            String name = arguments.get(i);
            if (name.equals("--help")) {
                options.help = true;
                return options;
            }
            String value = i + 1 < arguments.size() ? arguments.get(i + 1) : null;
            argument(name).reader().accept(options, new Value(name, value));
        }
        return options;
    }

    private static Argument argument(String name) {
        return ARGUMENTS.stream()
                .filter(argument -> argument.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown argument " + name + ", see --help."));
    }

    /** The text of {@code --help}. */
    static String usage() {
        String arguments = ARGUMENTS.stream().map(Argument::usage).collect(Collectors.joining());
        String switches = Switches.known().stream().map(Options::usage).collect(Collectors.joining());
        return "Serves a simulated Crisp on 127.0.0.1 until standard input closes or Ctrl-C.\n\n"
                + arguments
                + line("--help", "this text")
                + "\nPrints CRISP_API_URL, CRISP_ADMIN_URL, CRISP_WEBSITE_ID, and what to log in with, one a line.\n\n"
                + "Switches:\n\n"
                + switches;
    }

    private static String usage(Switch<?> which) {
        return line(which.name(), which.question() + ":\n" + String.join(", ", which.values()));
    }

    private static String line(String name, String about) {
        String indented = about.replace("\n", "\n" + " ".repeat(29));
        return String.format(Locale.ROOT, "  %-26s %s%n", name, indented);
    }

    /** What to start the simulator with. */
    SimulatorSettings settings() {
        return settings;
    }

    int conversations() {
        return conversations;
    }

    int messages() {
        return messages;
    }

    int profiles() {
        return profiles;
    }

    /** 0 for no traffic. */
    double trafficPerSecond() {
        return trafficPerSecond;
    }

    /** Puts the clock to where it is to begin. */
    void set(SettableClock started) {
        clock.accept(started);
    }

    boolean help() {
        return help;
    }

    private record Argument(String name, String value, String about, BiConsumer<Options, Value> reader) {

        String usage() {
            return line(name + " " + value, about);
        }
    }

    /** @param text null when the line ends after the name */
    private record Value(String name, String text) {

        int whole(int least, int most) {
            double number = number();
            if (number != Math.rint(number) || number < least || number > most) {
                throw wrong("a whole number from " + least + " to " + most);
            }
            return (int) number;
        }

        double number() {
            try {
                if (text != null && Double.parseDouble(text) >= 0 && Double.isFinite(Double.parseDouble(text))) {
                    return Double.parseDouble(text);
                }
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(name + " needs a number, not " + text + ".", e);
            }
            throw wrong("a number of 0 or more");
        }

        Consumer<SettableClock> clock() {
            boolean frozen = text != null && text.startsWith(FROZEN);
            try {
                Instant time = SettableClock.showable(
                        Instant.parse(frozen ? text.substring(FROZEN.length()) : String.valueOf(text)));
                return frozen ? clock -> clock.freeze(time) : clock -> clock.run(time);
            } catch (DateTimeParseException e) {
                throw new IllegalArgumentException(
                        name + " needs a time such as 2026-03-02T09:30:00Z, not " + text + ".", e);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
            }
        }

        SimulatorSettings chosen(SimulatorSettings settings) {
            int equals = text == null ? -1 : text.indexOf('=');
            if (equals < 0) {
                throw wrong("a name=value");
            }
            try {
                return settings.with(text.substring(0, equals), text.substring(equals + 1));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(name + " " + text + ": " + e.getMessage(), e);
            }
        }

        private IllegalArgumentException wrong(String expected) {
            String given = text == null ? "" : ", not " + text;
            return new IllegalArgumentException(name + " needs " + expected + given + ".");
        }
    }
}
