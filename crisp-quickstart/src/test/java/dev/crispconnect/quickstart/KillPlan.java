package dev.crispconnect.quickstart;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How often workers are killed, and at which points of their lives. System properties: {@code soak.kills}, at least so
 * many, and {@code soak.seed}, what everything that looks random is made from.
 */
record KillPlan(int kills, long seed) {
    static KillPlan ofThisRun() {
        return new KillPlan(Integer.getInteger("soak.kills", 4), Long.getLong("soak.seed", 1));
    }

    /** What happens between two fresh starts: a worker is killed at each of the points. */
    interface Round {
        /** Returns what came of it, in figures. */
        String run(long seed, List<KillPoint> points) throws Exception;
    }

    /** Runs rounds until there were enough kills, each with its own seed, and tells how they went. */
    void run(List<KillPoint> points, Round round) {
        var rounds = rounds(points);
        for (int number = 0; number < rounds.size(); number++) {
            try {
                var figures = round.run(seed + number, rounds.get(number));
                System.out.println(rounds.get(number).size() + " kills with seed " + (seed + number) + ": " + figures);
            } catch (Exception | AssertionError e) {
                throw new AssertionError(
                        "failed with -Dsoak.seed=" + (seed + number) + " -Dsoak.kills="
                                + rounds.get(number).size(),
                        e);
            }
        }
    }

    /**
     * The points in their own order, round after round until there are enough kills; when fewer kills than points are
     * wanted, one round of some of them, evenly spread.
     */
    <P> List<List<P>> rounds(List<P> points) {
        if (kills < points.size()) {
            var some = IntStream.range(0, kills)
                    .mapToObj(kill -> points.get(kill * points.size() / kills))
                    .toList();
            return List.of(some);
        }
        return Collections.nCopies((kills + points.size() - 1) / points.size(), points);
    }
}
