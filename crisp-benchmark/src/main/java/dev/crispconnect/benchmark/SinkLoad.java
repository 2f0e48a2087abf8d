package dev.crispconnect.benchmark;

import java.util.List;

/** The messages of a run: numbered, of about 450 bytes, to conversations in rotation. Immutable. */
record SinkLoad(int commands, List<String> sessions) {

    private static final String PADDING =
            "The parcel left the depot this morning and will be with you soon. ".repeat(4);

    SinkLoad {
        sessions = List.copyOf(sessions);
    }

    /** Which of the conversations the numbered message goes to, from 0. */
    int place(int number) {
        return number % sessions.size();
    }

    /** The conversation that the numbered message goes to. */
    String session(int number) {
        return sessions.get(place(number));
    }

    /** The record that makes the sink send the numbered message. */
    String command(int number) {
        return "{\"command\":\"send_message\",\"session_id\":\"" + session(number)
                + "\",\"type\":\"text\",\"from\":\"operator\",\"text\":\"" + text(number) + "\"}";
    }

    /** The request that the sink makes of it, for a loop that does without the sink. */
    static String messageBody(int number) {
        return "{\"type\":\"text\",\"from\":\"operator\",\"origin\":\"urn:crispconnect.dev:benchmark:0\",\"content\":\""
                + text(number) + "\",\"fingerprint\":" + (number + 1) + "}";
    }

    /** The number that the text of a message carries. */
    static int numberIn(String text) {
        return Integer.parseInt(text.substring(0, text.indexOf(' ')));
    }

    private static String text(int number) {
        return number + " " + PADDING;
    }
}
