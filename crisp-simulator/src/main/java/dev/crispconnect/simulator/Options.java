package dev.crispconnect.simulator;

import java.time.Duration;
import java.util.List;

/**
 * What the command line says.
 *
 * @param trafficPerSecond 0 for no traffic
 */
record Options(
        int port,
        int conversations,
        int messages,
        int profiles,
        double trafficPerSecond,
        Duration thinkTime,
        boolean help) {

    static final String USAGE = """
            Serves a simulated Crisp on 127.0.0.1 until standard input closes or Ctrl-C.

              --port <n>                port to bind (default 0: a free one)
              --seed-conversations <n>  conversations of the past (default 100)
              --messages <n>            messages in each of them (default 5)
              --profiles <n>            people profiles (default 50)
              --traffic <events/s>      visitors and operators at work (default 0: none)
              --think-time-ms <n>       how long every answer takes (default 0)
              --help                    this text

            Prints CRISP_API_URL, CRISP_IDENTIFIER, CRISP_KEY, CRISP_TIER and CRISP_WEBSITE_ID, one a line.
            """;

    private static final Options DEFAULTS = new Options(0, 100, 5, 50, 0, Duration.ZERO, false);

    /** @throws IllegalArgumentException with a sentence for the user when an argument is unknown, lacks its value or is no number */
    static Options parse(List<String> arguments) {
        Options options = DEFAULTS;
        for (int i = 0; i < arguments.size(); i += 2) {
            String name = arguments.get(i);
            if (name.equals("--help")) {
                return options.withHelp();
            }
            options = options.with(name, i + 1 < arguments.size() ? arguments.get(i + 1) : null);
        }
        return options;
    }

    private Options with(String name, String value) {
        return switch (name) {
            case "--port" ->
                new Options(
                        whole(name, value, 65_535),
                        conversations,
                        messages,
                        profiles,
                        trafficPerSecond,
                        thinkTime,
                        help);
            case "--seed-conversations" ->
                new Options(port, whole(name, value), messages, profiles, trafficPerSecond, thinkTime, help);
            case "--messages" ->
                new Options(port, conversations, whole(name, value), profiles, trafficPerSecond, thinkTime, help);
            case "--profiles" ->
                new Options(port, conversations, messages, whole(name, value), trafficPerSecond, thinkTime, help);
            case "--traffic" ->
                new Options(port, conversations, messages, profiles, pace(name, value), thinkTime, help);
            case "--think-time-ms" ->
                new Options(
                        port,
                        conversations,
                        messages,
                        profiles,
                        trafficPerSecond,
                        Duration.ofMillis(whole(name, value)),
                        help);
            default -> throw new IllegalArgumentException("Unknown argument " + name + ", see --help.");
        };
    }

    private Options withHelp() {
        return new Options(port, conversations, messages, profiles, trafficPerSecond, thinkTime, true);
    }

    private static int whole(String name, String value) {
        return whole(name, value, Integer.MAX_VALUE);
    }

    private static int whole(String name, String value, int most) {
        double number = pace(name, value);
        if (number != Math.rint(number) || number > most) {
            throw new IllegalArgumentException(name + " needs a whole number up to " + most + ", not " + value + ".");
        }
        return (int) number;
    }

    private static double pace(String name, String value) {
        try {
            if (value != null && Double.parseDouble(value) >= 0) {
                return Double.parseDouble(value);
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " needs a number, not " + value + ".", e);
        }
        throw new IllegalArgumentException(name + " needs a number of 0 or more, not " + value + ".");
    }
}
