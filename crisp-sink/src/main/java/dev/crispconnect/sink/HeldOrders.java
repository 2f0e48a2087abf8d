package dev.crispconnect.sink;

import dev.crispconnect.sink.delivery.Order;
import dev.crispconnect.sink.delivery.Progress;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/**
 * Commands that may not be executed yet, as too many of their partition's records are ahead of what is committed, or as it
 * is too early to find out whether they were executed before. In their order. Confined to the task's thread.
 */
final class HeldOrders {

    private final Map<Progress, Queue<Order>> byAssignment = new HashMap<>();

    /** Takes an order in when it must wait. @return whether it must */
    boolean hold(Order order, long nowNanos) {
        Queue<Order> before = byAssignment.get(order.progress());
        if (before == null && order.progress().mayExecute(order.nth(), nowNanos)) {
            return false;
        }
        byAssignment
                .computeIfAbsent(order.progress(), assignment -> new ArrayDeque<>())
                .add(order);
        return true;
    }

    /** Moves those that may be executed by now to the end of a list, and forgets those of lost assignments. */
    void releaseTo(List<Order> ready, long nowNanos) {
        Iterator<Map.Entry<Progress, Queue<Order>>> each =
                byAssignment.entrySet().iterator();
        while (each.hasNext()) {
            Map.Entry<Progress, Queue<Order>> assignment = each.next();
            Queue<Order> held = assignment.getValue();
            if (assignment.getKey().isClosed()) {
                held.clear();
            }
            while (!held.isEmpty()
                    && assignment.getKey().mayExecute(held.element().nth(), nowNanos)) {
                ready.add(held.remove());
            }
            if (held.isEmpty()) {
                each.remove();
            }
        }
    }
}
