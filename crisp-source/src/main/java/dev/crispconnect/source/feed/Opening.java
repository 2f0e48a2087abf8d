package dev.crispconnect.source.feed;

import dev.crispconnect.client.time.Time;
import dev.crispconnect.source.budget.Spent;
import dev.crispconnect.source.capture.Capture;
import dev.crispconnect.source.position.StoredUnit;
import dev.crispconnect.source.position.Unit;
import dev.crispconnect.source.position.UnitKey;
import dev.crispconnect.source.position.UnitPosition;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Puts together what reads a task's units. */
final class Opening {

    /** Records in a batch: enough for Kafka to be the one that is waited for. */
    private static final int BATCH = 2_000;

    /** While one batch is being written, the next one is read, and another begun. */
    private static final int ROOM = 2 * BATCH;

    /** Nobody notices that the past comes so much later, and a fast Crisp brings a thousand records in it. */
    private static final Duration COMPANY = Duration.ofMillis(100);

    private final FeedPlan plan;
    private final Aside aside;
    private final Tools tools;
    private final Time time;
    private final Notices notices;
    private final Outbox outbox = new Outbox(BATCH, ROOM, COMPANY);
    private final Units told = new Units();

    Opening(FeedPlan plan, Aside aside, Tools tools) {
        this.plan = plan;
        this.aside = aside;
        this.tools = tools;
        this.time = tools.time();
        this.notices = new Notices(aside.noticeTopic().isPresent(), time);
    }

    /** @param units what to read, and from where */
    Pump pump(String name, Map<UnitKey, Optional<StoredUnit>> units) {
        Allowance allowance = allowance(units);
        tools.metrics().start(plan.feeds(), outbox::size, allowance::callsLeft);
        Optional<Capture> capture = capture(units.keySet(), allowance);
        Waiting bare = capture.map(heard -> Waiting.hearing(heard, time)).orElseGet(() -> Waiting.deaf(time));
        TaskWatch watch = new TaskWatch(aside, notices, outbox, allowance, time);
        Waiting waiting = new WatchedWaiting(bare, watch, time);
        PatientClient client = new PatientClient(tools.client(), plan.backoff(), waiting, time);
        ReaderFactory factory = new ReaderFactory(plan, tools, allowance, client, outbox);
        new TreeMap<>(units)
                .forEach((unit, stored) ->
                        watch.add(watched(unit, stored.map(StoredUnit::position), capture.isPresent(), factory)));
        if (capture.isPresent()) {
            told.begins();
        } else {
            told.pollInstead();
        }
        return new Pump(name, told.readers(), waiting, outbox, notices, time);
    }

    private TaskWatch.UnitWatch watched(
            UnitKey unit, Optional<UnitPosition> position, boolean hearing, ReaderFactory factory) {
        UnitMetrics metrics = tools.metrics().unit(unit);
        UnitReader reader = factory.reader(unit, position, metrics);
        told.add(reader);
        Optional<GapWatch> gap = Optional.empty();
        if (hearing && hears(unit)) {
            tools.metrics().hearing(unit, metrics);
            gap = Optional.of(new GapWatch(unit, metrics, notices, time));
            gap.ifPresent(told::add);
        }
        return new TaskWatch.UnitWatch(reader, metrics, gap, new PastWatch(unit, position, notices, time));
    }

    private Allowance allowance(Map<UnitKey, Optional<StoredUnit>> units) {
        Map<UnitKey, Spent> spent = new HashMap<>();
        units.forEach(
                (unit, stored) -> spent.put(unit, stored.map(StoredUnit::spent).orElse(Spent.NOTHING)));
        return new Allowance(plan.budget(), plan.patience(), spent, notices, time);
    }

    /** What is called to hear is paid for by the first unit. Empty where nothing is heard. */
    private Optional<Capture> capture(Set<UnitKey> units, Allowance allowance) {
        if (!plan.hearing() || units.stream().noneMatch(Opening::hears)) {
            return Optional.empty();
        }
        Purse purse = new Purse(new TreeSet<>(units).first(), allowance);
        return Optional.of(tools.capture().open(new CountedClient(tools.client(), purse), told));
    }

    private static boolean hears(UnitKey unit) {
        return unit.unit() != Unit.DIRECTORY;
    }
}
