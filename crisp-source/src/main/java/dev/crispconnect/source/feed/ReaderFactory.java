package dev.crispconnect.source.feed;

import dev.crispconnect.source.budget.Interval;
import dev.crispconnect.source.feed.Follower.Followed;
import dev.crispconnect.source.position.DirectoryPosition;
import dev.crispconnect.source.position.Position;
import dev.crispconnect.source.position.UnitKey;
import dev.crispconnect.source.position.UnitPosition;
import dev.crispconnect.source.record.RecordMapper;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes the readers of a task's units. */
final class ReaderFactory {

    private final FeedPlan plan;
    private final Tools tools;
    private final Allowance allowance;
    private final PatientClient client;
    private final Outbox outbox;

    ReaderFactory(FeedPlan plan, Tools tools, Allowance allowance, PatientClient client, Outbox outbox) {
        this.plan = plan;
        this.tools = tools;
        this.allowance = allowance;
        this.client = client;
        this.outbox = outbox;
    }

    UnitReader reader(UnitKey unit, Optional<UnitPosition> stored) {
        Purse purse = new Purse(unit, allowance);
        RemoteWorkspace website = new RemoteWorkspace(purse, client);
        RecordMapper mapper = new RecordMapper(unit.websiteId(), plan.style());
        UnitMetrics metrics = tools.metrics().unit(unit);
        return switch (unit.unit()) {
            case INBOX ->
                follower(
                        new Followed<>(purse, new Inbox(website, mapper, plan.feeds()), plan.snapshot(), metrics),
                        tempo(plan.pacing().inbox(), Interval.INBOX_POLL, Interval.INBOX_AUDIT),
                        stored);
            case PEOPLE ->
                follower(
                        new Followed<>(purse, new People(website, mapper, plan.peopleData()), plan.snapshot(), metrics),
                        tempo(plan.pacing().people(), Interval.PEOPLE_POLL, Interval.PEOPLE_AUDIT),
                        stored);
            case DIRECTORY ->
                new DirectoryFollower(
                        new DirectoryFollower.Followed(purse, website, mapper, metrics),
                        plan,
                        stored.map(DirectoryPosition.class::cast),
                        tools.time(),
                        outbox);
        };
    }

    private <T> UnitReader follower(Followed<T> followed, Rhythm.Tempo tempo, Optional<UnitPosition> stored) {
        return new Follower<>(
                followed,
                new Rhythm(tempo, plan.pacing().overlap(), plan.pacing().safetyLag()),
                stored.map(Position.class::cast),
                tools.time(),
                outbox);
    }

    private Rhythm.Tempo tempo(Pacing.Every set, Interval poll, Interval audit) {
        return new Rhythm.Tempo(
                either(set.poll(), poll), either(set.audit(), audit), either(set.refresh(), Interval.REFRESH));
    }

    private Supplier<Duration> either(Duration set, Interval derived) {
        return set.isZero() ? () -> allowance.derived(derived) : () -> set;
    }
}
