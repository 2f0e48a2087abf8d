package dev.crispconnect.sink.delivery;

import dev.crispconnect.sink.command.Step;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;
import java.util.function.Predicate;

/** The commands of one ordering key that wait. Guarded by the lock of the {@link Lanes}. */
final class Lane {

    private final String key;
    private final Queue<Order> waiting = new ArrayDeque<>(2);
    private boolean taken;

    Lane(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }

    /** Puts a command at the end. @return whether it may be executed now */
    boolean add(Order order) {
        waiting.add(order);
        return !taken && waiting.size() == 1;
    }

    /** The first command, which is executed from now on; the others wait until it is {@link #free}. */
    Order take() {
        taken = true;
        return waiting.remove();
    }

    /** The command that was taken has ended. @return whether another one waits */
    boolean free() {
        taken = false;
        return !waiting.isEmpty();
    }

    /** Forgets commands that wait. */
    void forget(Predicate<Order> which) {
        waiting.removeIf(which);
    }

    boolean nothingWaits() {
        return waiting.isEmpty();
    }

    boolean isUnused() {
        return !taken && waiting.isEmpty();
    }

    /** How to prove that a command behind one in doubt was executed: that of the first one of the same doubt; null for none. */
    Step.Lookup<?> proofBehind(Order order) {
        return waiting.stream()
                .filter(later -> later.progress() == order.progress() && later.isInDoubt())
                .<Step.Lookup<?>>map(Order::proof)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
