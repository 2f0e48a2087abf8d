package dev.crispconnect.simulator.traffic;

import dev.crispconnect.simulator.workspace.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What happens next, and next: a pure generator that gives the same actions for the same seed and the same beginning. Of a
 * hundred actions about thirty are a visitor's messages, twenty-six an operator's answers, ten new conversations, nine and
 * six conversations that are resolved and come back, seven profiles that change. The other twelve are what a reader easily
 * misses: typing (4), reading (3), edits (2), a removal, a state set by hand, a message that carries a time of up to an hour
 * ago. Not thread-safe.
 */
final class TrafficScript {

    private static final List<String> NICKNAMES = List.of("Ilse", "Arjun", "Chloe", "Emeka", "Fatima", "Goran", "Yara");
    private static final List<String> QUESTIONS = List.of(
            "Where is order %d?", "Invoice %d looks wrong", "How long does the return of %d take?", "Merci pour %d 👍");
    private static final List<String> ANSWERS =
            List.of("Number %d is on its way.", "I have looked into %d, all is well.", "Refunded, see invoice %d.");

    private final Random random;
    private final List<Integer> open = new ArrayList<>();
    private final List<Integer> resolved = new ArrayList<>();
    private final int profiles;
    private int conversations;

    /** @param conversations how many open ones there are at the beginning */
    TrafficScript(long seed, int conversations, int profiles) {
        this.random = new Random(seed);
        this.profiles = profiles;
        for (int i = 0; i < conversations; i++) {
            open.add(this.conversations++);
        }
    }

    Action next() {
        int chance = random.nextInt(100);
        if (open.isEmpty() || chance < 10) {
            return start();
        }
        if (chance < 40) {
            return new Action.Write(any(open), sentence(QUESTIONS));
        }
        if (chance < 66) {
            return new Action.Reply(any(open), sentence(ANSWERS));
        }
        if (chance < 75) {
            return resolve();
        }
        if (chance < 81 && !resolved.isEmpty()) {
            return reopen();
        }
        return chance < 88 ? profileOrWrite() : rare(chance);
    }

    /** Twelve in a hundred. */
    private Action rare(int chance) {
        int conversation = any(open);
        return switch (chance) {
            case 88, 89, 90, 91 -> new Action.Type(conversation, sentence(QUESTIONS));
            case 92, 93, 94 -> new Action.Read(conversation);
            case 95, 96 -> new Action.Edit(conversation, sentence(ANSWERS));
            case 97 -> new Action.Remove(conversation);
            case 98 -> new Action.ChangeState(conversation, random.nextBoolean() ? State.PENDING : State.UNRESOLVED);
            default -> backDate(conversation);
        };
    }

    private Action backDate(int conversation) {
        return new Action.BackDate(conversation, sentence(QUESTIONS), Duration.ofSeconds(1 + random.nextInt(3_600)));
    }

    private Action start() {
        open.add(conversations++);
        return new Action.Start(pick(NICKNAMES), sentence(QUESTIONS));
    }

    private Action resolve() {
        Integer conversation = open.remove(random.nextInt(open.size()));
        resolved.add(conversation);
        return new Action.Resolve(conversation);
    }

    private Action reopen() {
        Integer conversation = resolved.remove(random.nextInt(resolved.size()));
        open.add(conversation);
        return new Action.Reopen(conversation, sentence(QUESTIONS));
    }

    private Action profileOrWrite() {
        return profiles == 0
                ? new Action.Write(any(open), sentence(QUESTIONS))
                : new Action.ChangeProfile(random.nextInt(profiles), sentence(ANSWERS));
    }

    private String sentence(List<String> patterns) {
        return pick(patterns).replace("%d", Integer.toString(1_000 + random.nextInt(9_000)));
    }

    private int any(List<Integer> list) {
        return list.get(random.nextInt(list.size()));
    }

    private String pick(List<String> list) {
        return list.get(random.nextInt(list.size()));
    }
}
