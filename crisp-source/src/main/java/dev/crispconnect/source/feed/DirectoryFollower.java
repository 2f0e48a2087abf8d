package dev.crispconnect.source.feed;

import dev.crispconnect.client.Answer;
import dev.crispconnect.client.operator.Operator;
import dev.crispconnect.client.time.Time;
import dev.crispconnect.client.website.WebsiteSettings;
import dev.crispconnect.source.position.DirectoryPosition;
import dev.crispconnect.source.position.SourceOffset;
import dev.crispconnect.source.position.UnitKey;
import dev.crispconnect.source.record.Draft;
import dev.crispconnect.source.record.Feed;
import dev.crispconnect.source.record.Provenance;
import dev.crispconnect.source.record.RecordMapper;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Emits a website's operators and settings when what they say has changed. There is no event for that and no time of change
 * (Crisp API reference, section 4.8), so all of it is read on an interval and compared.
 *
 * <p>For one thread.
 */
final class DirectoryFollower implements UnitReader {

    private static final Logger LOG = LoggerFactory.getLogger(DirectoryFollower.class);

    /** Status of an answer after which nothing follows (section 1.5). */
    private static final int WHOLE = 200;

    private final Purse purse;
    private final Directory directory;
    private final RecordMapper mapper;
    private final UnitMetrics metrics;
    private final FeedPlan plan;
    private final Time time;
    private final Outbox outbox;

    /** Whether nothing was stored: then the first look is a look at what was there before. */
    private boolean first;

    private DirectoryPosition position;
    private long nextLookNanos;

    /** Who was missing at the last look that could tell: who is missing at the next one too is gone. */
    private Set<String> missing = Set.of();

    DirectoryFollower(Followed followed, FeedPlan plan, Optional<DirectoryPosition> stored, Time time, Outbox outbox) {
        this.purse = followed.purse();
        this.directory = followed.directory();
        this.mapper = followed.mapper();
        this.metrics = followed.metrics();
        this.plan = plan;
        this.time = time;
        this.outbox = outbox;
        this.first = stored.isEmpty();
        this.position = stored.orElse(DirectoryPosition.NONE);
        this.nextLookNanos = time.nanoTime();
    }

    /** A unit, the directory behind it, what makes records of it, and where its progress is told. */
    record Followed(Purse purse, Directory directory, RecordMapper mapper, UnitMetrics metrics) {}

    @Override
    public UnitKey unit() {
        return purse.unit();
    }

    /** Nothing is to be stored before the first look: it is what tells that there was one. */
    @Override
    public UnitState state() {
        return new UnitState(first ? Optional.empty() : Optional.of(position), false, 0);
    }

    @Override
    public String describe() {
        return "unit=" + purse.unit().asText() + " stored=" + !first + " pollIntervalMs="
                + plan.pacing().directory().toMillis();
    }

    @Override
    public Duration step() throws InterruptedException {
        if (untilNextLook().isZero()) {
            nextLookNanos = time.nanoTime() + plan.pacing().directory().toNanos();
            look();
        }
        return untilNextLook();
    }

    private Duration untilNextLook() {
        long nanos = nextLookNanos - time.nanoTime();
        return nanos <= 0 ? Duration.ZERO : Duration.ofNanos(nanos);
    }

    private void look() throws InterruptedException {
        if (plan.feeds().contains(Feed.SETTINGS)) {
            Optional<Answer<WebsiteSettings>> answer = directory.settings();
            if (answer.isPresent()) {
                compare(answer.get().data());
            }
        }
        if (plan.feeds().contains(Feed.OPERATORS)) {
            Optional<Answer<List<Operator>>> answer = directory.operators();
            if (answer.isPresent()) {
                compare(answer.get());
            }
        }
        first = false;
        metrics.looked();
    }

    private void compare(WebsiteSettings settings) throws InterruptedException {
        Draft draft = mapper.settings(settings, provenance(position.settings().isPresent()));
        long hash = draft.contentHash();
        if (!position.hasSettings(hash)) {
            move(draft, position.withSettings(hash));
        }
    }

    private void compare(Answer<List<Operator>> answer) throws InterruptedException {
        TreeMap<String, Operator> there = new TreeMap<>();
        for (Operator operator : answer.data()) {
            if (operator.userId() != null) {
                there.put(operator.userId(), operator);
            }
        }
        warnWhenTooMany(there.size());
        for (Operator operator : there.values()) {
            Draft draft =
                    mapper.operator(operator, provenance(position.operators().containsKey(operator.userId())));
            long hash = draft.contentHash();
            if (!position.hasOperator(operator.userId(), hash)) {
                move(draft, position.withOperator(operator.userId(), hash));
            }
        }
        if (canTellWhoIsGone(answer)) {
            bury(there.keySet());
        }
    }

    /** Who was missing twice is gone: one answer alone may be one of Crisp's mistakes. */
    private void bury(Set<String> there) throws InterruptedException {
        Set<String> absent = new TreeSet<>(position.operators().keySet());
        absent.removeAll(there);
        for (String userId : absent) {
            if (missing.contains(userId)) {
                Draft tombstone =
                        mapper.operatorGone(userId, new Provenance(Provenance.Via.POLL, Provenance.Op.DELETE));
                move(tombstone, position.withoutOperator(userId));
            }
        }
        missing = absent;
    }

    /**
     * Not a cached answer, as it may be stale; not one that says that more follows; not an empty one, as every website has
     * an owner; and not one with an operator whose id is hidden.
     */
    private static boolean canTellWhoIsGone(Answer<List<Operator>> answer) {
        return !answer.cached()
                && answer.status() == WHOLE
                && !answer.data().isEmpty()
                && answer.data().stream()
                        .allMatch(operator -> operator.userId() != null || "invite".equals(operator.type()));
    }

    private Provenance provenance(boolean known) {
        return new Provenance(
                first ? Provenance.Via.BACKFILL : Provenance.Via.POLL,
                known ? Provenance.Op.UPDATE : Provenance.Op.CREATE);
    }

    private void warnWhenTooMany(int operators) {
        if (operators > DirectoryPosition.MOST_OPERATORS) {
            LOG.warn(
                    "More operators than an offset remembers; those beyond are emitted at each look, and get no tombstone:"
                            + " unit={} operators={} remembered={}",
                    purse.unit().asText(),
                    operators,
                    DirectoryPosition.MOST_OPERATORS);
        }
    }

    private void move(Draft draft, DirectoryPosition after) throws InterruptedException {
        // first, or whoever has polled it might find it uncounted
        metrics.emitted(draft.feed());
        outbox.add(List.of(draft.at(purse.unit(), new SourceOffset(after, purse.spent()), time.now())));
        position = after;
    }
}
