package dev.crispconnect.simulator.realtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;

/**
 * Which events still meet which faults. Rules are asked in the order in which they were added; the first that strikes
 * decides and the others are not asked. Used on the loop only.
 */
final class EventFaultPlan {

    private final List<Rule> rules = new ArrayList<>();

    void times(int count, Predicate<String> events, EventFault fault) {
        rules.add(new Counted(events, fault, count));
    }

    void always(Predicate<String> events, EventFault fault) {
        rules.add(name -> events.test(name) ? Optional.of(fault) : Optional.empty());
    }

    void rate(double share, Random random, Predicate<String> events, EventFault fault) {
        rules.add(name -> events.test(name) && random.nextDouble() < share ? Optional.of(fault) : Optional.empty());
    }

    void cutBetween(String first, String second) {
        rules.add(new Between(first, second));
    }

    void clear() {
        rules.clear();
    }

    /** Takes the fault that the event of that name meets out of the plan. */
    Optional<EventFault> next(String name) {
        for (Rule rule : rules) {
            Optional<EventFault> fault = rule.strike(name);
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    private interface Rule {
        Optional<EventFault> strike(String name);
    }

    private static final class Counted implements Rule {

        private final Predicate<String> events;
        private final EventFault fault;
        private int left;

        Counted(Predicate<String> events, EventFault fault, int count) {
            this.events = events;
            this.fault = fault;
            this.left = count;
        }

        @Override
        public Optional<EventFault> strike(String name) {
            if (left == 0 || !events.test(name)) {
                return Optional.empty();
            }
            left--;
            return Optional.of(fault);
        }
    }

    /** Strikes once, at the first such event that follows the other one. */
    private static final class Between implements Rule {

        private final String first;
        private final String second;
        private boolean armed;
        private boolean over;

        Between(String first, String second) {
            this.first = first;
            this.second = second;
        }

        @Override
        public Optional<EventFault> strike(String name) {
            boolean strikes = armed && !over && name.equals(second);
            over |= strikes;
            armed |= name.equals(first);
            return strikes ? Optional.of(new EventFault.CutBefore()) : Optional.empty();
        }
    }
}
