package dev.crispconnect.source.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.source.budget.DayBudget.Use;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;

/** Whatever there is to do, and whenever it is interrupted, no more calls are sent in a day than were given. */
class DayBudgetPropertyTest {

    private static final Instant START = Instant.parse("2026-11-21T00:00:00Z");
    private static final long DAY_SECONDS = 86_400;

    private enum Kind {
        LIVE,
        BACKFILL,
        WAIT,
        SET_CLOCK,
        RESTART
    }

    /** Something that happens: so many calls of a unit, or so many minutes. */
    private record Event(Kind kind, int unit, int amount) {}

    @Property(tries = 500)
    void neverMoreThanGivenNorMoreOfThePastThanTheReserveLeaves(
            @ForAll @IntRange(min = 1, max = 300) int perDay,
            @ForAll @IntRange(max = 100) int percent,
            @ForAll("honestDays") List<Event> events) {
        BudgetSettings settings = new BudgetSettings(perDay, percent);
        Task task = new Task(settings);
        events.forEach(task::happens);

        assertThat(task.calls.values()).allMatch(calls -> calls <= perDay);
        assertThat(task.pastCalls.values()).allMatch(calls -> calls <= perDay - settings.reserve());
    }

    @Property(tries = 500)
    void aClockThatIsOffByHalfADayGivesNoDayTwice(
            @ForAll @IntRange(min = 1, max = 300) int perDay, @ForAll("daysOfAWrongClock") List<Event> events) {
        Task task = new Task(new BudgetSettings(perDay, 30));
        events.forEach(task::happens);

        long all = task.calls.values().stream().mapToLong(Long::longValue).sum();
        assertThat(all).isLessThanOrEqualTo((long) perDay * task.days.size());
    }

    @Property(tries = 500)
    void thePastNeverStarvesChanges(
            @ForAll @IntRange(min = 1, max = 300) int perDay,
            @ForAll @IntRange(max = 100) int percent,
            @ForAll @IntRange(max = 300) int greed) {
        BudgetSettings settings = new BudgetSettings(perDay, percent);
        Task task = new Task(settings);
        task.happens(new Event(Kind.BACKFILL, 0, greed));

        assertThat(task.budget.left(Use.LIVE, START)).isGreaterThanOrEqualTo(settings.reserve());
    }

    @Property(tries = 500)
    void sharesMakeUpTheWhole(
            @ForAll @IntRange(min = 100, max = 20_000) int perDay, @ForAll("tasks") List<Integer> units) {
        List<Long> shares = new BudgetSettings(perDay, 30).split(units);
        int all = units.stream().mapToInt(Integer::intValue).sum();

        assertThat(shares.stream().mapToLong(Long::longValue).sum()).isEqualTo(perDay);
        for (int task = 0; task < units.size(); task++) {
            assertThat(shares.get(task).doubleValue())
                    .isCloseTo((double) perDay * units.get(task) / all, Offset.strictOffset(1.0));
        }
    }

    @Provide
    Arbitrary<List<Integer>> tasks() {
        return Arbitraries.integers().between(1, 5).list().ofMinSize(1).ofMaxSize(20);
    }

    @Provide
    Arbitrary<List<Event>> honestDays() {
        return events(Kind.LIVE, Kind.BACKFILL, Kind.WAIT, Kind.RESTART);
    }

    @Provide
    Arbitrary<List<Event>> daysOfAWrongClock() {
        return events(Kind.values());
    }

    private static Arbitrary<List<Event>> events(Kind... kinds) {
        return Combinators.combine(
                        Arbitraries.of(kinds),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 400))
                .as(Event::new)
                .list()
                .ofMinSize(20)
                .ofMaxSize(60);
    }

    /** A task that calls whenever it may, and keeps nothing over a restart but what its units have spent. */
    private static final class Task {

        private final BudgetSettings settings;
        private final Map<Long, Long> calls = new TreeMap<>();
        private final Map<Long, Long> pastCalls = new TreeMap<>();
        private final Map<String, Spent> offsets = new HashMap<>();

        /** Those that the clock showed. */
        private final Set<Long> days = new HashSet<>();

        private Instant time = START;
        private Duration wrongBy = Duration.ZERO;
        private DayBudget budget;

        private Task(BudgetSettings settings) {
            this.settings = settings;
            this.budget = new DayBudget(settings, Map.of(), START);
        }

        private void happens(Event event) {
            switch (event.kind()) {
                case LIVE -> call(Use.LIVE, event);
                case BACKFILL -> call(Use.BACKFILL, event);
                case WAIT -> time = time.plus(Duration.ofMinutes(event.amount()));
                case SET_CLOCK -> wrongBy = Duration.ofMinutes(3L * event.amount() - 600);
                case RESTART -> budget = new DayBudget(settings, offsets, clock());
            }
            days.add(day());
        }

        private void call(Use use, Event event) {
            String unit = Integer.toString(event.unit());
            for (int call = 0; call < event.amount() && budget.allows(use, clock()); call++) {
                offsets.put(unit, budget.spend(unit, clock()));
                calls.merge(day(), 1L, Long::sum);
                if (use == Use.BACKFILL) {
                    pastCalls.merge(day(), 1L, Long::sum);
                }
            }
        }

        private long day() {
            return clock().getEpochSecond() / DAY_SECONDS;
        }

        private Instant clock() {
            return time.plus(wrongBy);
        }
    }
}
