package dev.crispconnect.quickstart;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/**
 * The command line.
 *
 * @param help whether only the usage is wanted
 * @param live whether to work with the real Crisp instead of a simulated one
 * @param keep whether to continue with the topics and offsets of the last run
 * @param state the folder for everything that is written
 * @param restPort port of Connect's REST API, 0 for any free one
 * @param eventsPerSecond what the simulated visitors do, on average; 0 for nothing
 */
record Options(boolean help, boolean live, boolean keep, Path state, int restPort, double eventsPerSecond) {
    static final String USAGE =
            """
            Usage: quickstart [option...]
              --live            work with the real Crisp: needs CRISP_IDENTIFIER, CRISP_KEY and CRISP_WEBSITE_ID
              --rate <number>   events a second in the simulated Crisp, 0 to 100 (default 1)
              --keep            continue with the topics and offsets of the last run instead of starting afresh
              --state <folder>  where everything is kept (default .quickstart)
              --port <number>   port of Connect's REST API (default: any free one)
              --help            show this
            """;

    private static final double MOST_EVENTS = 100;

    Options {
        if (restPort < 0 || restPort > 65_535) {
            throw new UsageException("--port must be 0 to 65535, not " + restPort);
        }
        if (!(eventsPerSecond >= 0 && eventsPerSecond <= MOST_EVENTS)) {
            throw new UsageException("--rate must be 0 to 100, not " + eventsPerSecond);
        }
    }

    /** @throws UsageException when an option is unknown, or its value is missing or wrong */
    static Options parse(List<String> arguments) {
        var parsed = new Parsed();
        for (var rest = arguments.iterator(); rest.hasNext(); ) {
            parsed.take(rest.next(), rest);
        }
        return new Options(
                parsed.help, parsed.live, parsed.keep, parsed.state, parsed.restPort, parsed.eventsPerSecond);
    }

    private static final class Parsed {
        private boolean help;
        private boolean live;
        private boolean keep;
        private Path state = Path.of(".quickstart");
        private int restPort;
        private double eventsPerSecond = 1;

        private void take(String option, Iterator<String> rest) {
            switch (option) {
                case "--help", "-h" -> help = true;
                case "--live" -> live = true;
                case "--keep" -> keep = true;
                case "--state" -> state = folder(value(option, rest));
                case "--port" -> restPort = (int) number(option, value(option, rest));
                case "--rate" -> eventsPerSecond = number(option, value(option, rest));
                default -> throw new UsageException("Unknown option " + option);
            }
        }

        private static String value(String option, Iterator<String> rest) {
            if (!rest.hasNext()) {
                throw new UsageException(option + " needs a value");
            }
            return rest.next();
        }

        private static double number(String option, String value) {
            try {
                return Double.parseDouble(value);
            } catch (NumberFormatException e) {
                throw new UsageException(option + " needs a number, not '" + value + "'");
            }
        }

        private static Path folder(String value) {
            try {
                return Path.of(value);
            } catch (InvalidPathException e) {
                throw new UsageException("--state needs a folder, not '" + value + "'");
            }
        }
    }
}
