package dev.crispconnect.quickstart.console;

import dev.crispconnect.simulator.journal.Entry;
import dev.crispconnect.simulator.journal.Journal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The requests that the simulated Crisp got, but for the source's own: that one asks every second, and is seen by what it
 * brings. Not threadsafe.
 */
public final class ApiCalls {
    static final String WHERE = "Crisp API";

    private static final Pattern SESSION = Pattern.compile("session_[0-9a-f-]{36}");
    private static final Pattern OF_THE_SOURCE = Pattern.compile(".*/(conversations|profiles)/\\{page}|.*/messages");

    private final Journal journal;
    private final Conversations conversations;
    private long marker;

    public ApiCalls(Journal journal, Conversations conversations) {
        this.journal = journal;
        this.conversations = conversations;
        this.marker = journal.marker();
    }

    /** Those answered since the last time, oldest first; one that is still being answered holds up those after it. */
    List<Line> since() {
        var lines = new ArrayList<Line>();
        for (var entry : journal.since(marker)) {
            if (entry.status() == 0) {
                break;
            }
            marker = entry.sequence();
            if (!(entry.method().equals("GET")
                    && OF_THE_SOURCE.matcher(entry.template()).matches())) {
                lines.add(line(entry));
            }
        }
        return lines;
    }

    private Line line(Entry entry) {
        var path = entry.path().replaceFirst("^/?website/[^/]+", "");
        var session = SESSION.matcher(path);
        var who = session.find() ? conversations.of(session.group()).label() : "";
        return new Line(
                entry.time(), WHERE, entry.method(), who, SESSION.matcher(path).replaceAll("...") + "  " + entry.status());
    }
}
