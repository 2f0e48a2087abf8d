package dev.crispconnect.quickstart.console;

import dev.crispconnect.quickstart.broker.Topics;
import java.io.PrintStream;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/** What the person sees: aligned lines of what happened, and plain text in between. Threadsafe. */
public final class Screen {
    private static final Map<String, String> COLOURS = Map.of(
            Topics.CONVERSATIONS, "36",
            Topics.MESSAGES, "32",
            Topics.PEOPLE, "35",
            Topics.COMMANDS, "33",
            ApiCalls.WHERE, "34",
            Topics.RESULTS, "1;33",
            Topics.DEAD_LETTERS, "31");

    private final PrintStream out;
    private final boolean colour;
    private final DateTimeFormatter time;

    /** @param zone in which times of day are shown */
    public Screen(PrintStream out, boolean colour, ZoneId zone) {
        this.out = out;
        this.colour = colour;
        this.time = DateTimeFormatter.ofPattern("HH:mm:ss").withZone(zone);
    }

    /** Shows text of our own. */
    public synchronized void say(String text) {
        out.println(text);
        out.flush();
    }

    synchronized void show(Line line) {
        var where = "%-19s".formatted(line.where());
        out.printf(
                "%s  %s  %-9s  %-18s  %s%n",
                time.format(line.time()),
                colour ? painted(where, COLOURS.getOrDefault(line.where(), "0")) : where,
                line.op(),
                Excerpt.of(line.who(), 18),
                line.what());
        out.flush();
    }

    private static String painted(String text, String colour) {
        return "\u001b[" + colour + "m" + text + "\u001b[0m";
    }
}
