package dev.crispconnect.sink;

import dev.crispconnect.client.time.Time;
import dev.crispconnect.sink.command.CommandParser;
import dev.crispconnect.sink.command.Coordinates;
import dev.crispconnect.sink.command.Parsed;
import dev.crispconnect.sink.delivery.Order;
import dev.crispconnect.sink.delivery.Progress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * Makes orders of the records that come, and keeps those back that may not be executed yet. Used by the task's thread only.
 */
final class Intake {

    private final HeldOrders held = new HeldOrders();
    private final CommandParser parser;
    private final NullValues nullValues;
    private final Frontier frontier;
    private final Settler settler;
    private final Time time;

    /** @param settler takes the records that are no commands */
    Intake(SinkSettings settings, Frontier frontier, Settler settler, Time time) {
        this.parser = new CommandParser(settings.commandByTopic(), settings.commands());
        this.nullValues = settings.nullValues();
        this.frontier = frontier;
        this.settler = settler;
        this.time = time;
    }

    /** What may be executed now, in its order: of what was kept back first, then of these records. */
    List<Order> take(Collection<SinkRecord> records) {
        long now = time.nanoTime();
        List<Order> orders = new ArrayList<>(records.size());
        held.releaseTo(orders, now);
        for (SinkRecord record : records) {
            take(record, now, orders);
        }
        return orders;
    }

    private void take(SinkRecord record, long now, List<Order> orders) {
        Coordinates at = Coordinates.of(record);
        Progress progress = frontier.of(at);
        if (!progress.begin(at.offset())) {
            return;
        }
        Parsed parsed = parser.parse(record, at);
        if (parsed instanceof Parsed.Accepted accepted) {
            Order order = new Order(accepted, record, at, progress, progress.nth(), now);
            if (!held.hold(order, now)) {
                orders.add(order);
            }
        } else if (parsed instanceof Parsed.Tombstone && nullValues == NullValues.IGNORE) {
            settler.ignored(progress, at);
        } else {
            Parsed.Rejected rejected = parsed instanceof Parsed.Rejected mistaken
                    ? mistaken
                    : new Parsed.Rejected(at.toString(), null, "the value is missing, expected an object");
            settler.rejected(rejected, record, at, progress);
        }
    }
}
