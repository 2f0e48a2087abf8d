package dev.crispconnect.quickstart.console;

/** The beginning of a text, on one line and without control characters, which could play tricks with a terminal. */
final class Excerpt {
    private Excerpt() {}

    static String of(String text, int longest) {
        var line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() <= longest ? line : line.substring(0, longest - 3) + "...";
    }
}
