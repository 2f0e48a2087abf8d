package dev.crispconnect.sink;

import java.util.Map;
import java.util.TreeMap;

/** How many records had which outcome, for the log. Confined to the task's thread. */
final class Totals {

    private final Map<String, Long> byOutcome = new TreeMap<>();

    void count(String outcome) {
        byOutcome.merge(outcome, 1L, Long::sum);
    }

    @Override
    public String toString() {
        return byOutcome.toString();
    }
}
