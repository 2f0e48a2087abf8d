package dev.crispconnect.source;

import dev.crispconnect.source.position.Identity;
import dev.crispconnect.source.position.UnitKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/**
 * Spreads units over tasks by rendezvous hashing: each unit goes to the task that scores highest for it, so that one task
 * more or less moves few units. Pure.
 */
final class TaskSplit {

    private TaskSplit() {}

    /** The units of each task; never more tasks than allowed, never one without a unit. */
    static List<List<UnitKey>> split(Collection<UnitKey> units, int maxTasks) {
        TreeMap<Integer, List<UnitKey>> byTask = new TreeMap<>();
        int tasks = Math.min(maxTasks, units.size());
        for (UnitKey unit : units) {
            byTask.computeIfAbsent(winner(unit, tasks), task -> new ArrayList<>())
                    .add(unit);
        }
        return List.copyOf(byTask.values());
    }

    private static int winner(UnitKey unit, int tasks) {
        int winner = 0;
        long highest = Long.MIN_VALUE;
        for (int task = 0; task < tasks; task++) {
            long score = Identity.of(unit.asText(), Integer.toString(task));
            if (score > highest) {
                highest = score;
                winner = task;
            }
        }
        return winner;
    }
}
