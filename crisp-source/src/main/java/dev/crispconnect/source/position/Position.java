package dev.crispconnect.source.position;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What has been emitted of a unit: the offset from which everything that is missing, and nothing else, can be emitted.
 * All times are Crisp's own, in epoch milliseconds. Pure; every change makes a new one.
 *
 * @param watermark every change up to this time has been emitted
 * @param floor the next look at changes begins here, a little below the watermark, as changes become visible late.
 *     Whatever was emitted and is not older is in {@code recent}
 * @param recent what was emitted since the floor, so that the overlap emits nothing twice
 * @param round how far the changes since the floor have been handled, while they are
 * @param backfill how far the past has been emitted
 * @param request how far the past has been emitted once more
 */
public record Position(
        long watermark, long floor, Identities recent, Optional<Round> round, Backfill backfill, Request request)
        implements UnitPosition {

    /** An offset holds about 12 characters for each, so this keeps it below 250 kB in a flood, and 125 kB between looks. */
    static final int MOST_RECENT = 10_000;

    private static final long VERSION = 1;
    private static final String BACKFILL = "backfill";
    private static final String REQUEST = "request";
    private static final String REQUEST_ID = "request_id";

    /** Where a unit starts that has no offset: changes from now on, and the whole past. */
    public static Position first(long watermark, long overlapMillis) {
        return new Position(
                watermark,
                watermark - overlapMillis,
                Identities.NONE,
                Optional.empty(),
                Backfill.NOT_STARTED,
                Request.NEVER);
    }

    /** After these were emitted; those before {@code from} need not be remembered. */
    public Position emitted(List<Identities.Entry> entries, long from) {
        Identities more = recent;
        for (Identities.Entry entry : entries) {
            if (entry.time() >= from && !more.holds(entry)) {
                more = more.plus(entry.time(), entry.identity());
            }
        }
        // a flood inside one round: better some records twice than an offset without bounds
        Identities bounded = more.size() > 2 * MOST_RECENT ? more.since(more.newestBeyond(MOST_RECENT) + 1) : more;
        return new Position(watermark, floor, bounded, round, backfill, request);
    }

    /** Whether so much is remembered that it is time for a round, which allows to forget. */
    public boolean crowded() {
        return recent.size() > MOST_RECENT / 2;
    }

    /** Whether some of it will soon have to be forgotten although it may still be needed. */
    public boolean overcrowded() {
        return recent.size() > MOST_RECENT;
    }

    public Position during(Round newRound) {
        return new Position(watermark, floor, recent, Optional.of(newRound), backfill, request);
    }

    public Position with(Backfill newBackfill) {
        return new Position(watermark, floor, recent, round, newBackfill, request);
    }

    public Position with(Request newRequest) {
        return new Position(watermark, floor, recent, round, backfill, newRequest);
    }

    /** The walk through the past that is being made: the first one, then the one that was asked for. */
    public Backfill walk() {
        return repeats() ? request.walk() : backfill;
    }

    /** Whether that walk repeats what was emitted before. */
    public boolean repeats() {
        return backfill.done();
    }

    /**
     * After every change up to a time was emitted. When more than {@value #MOST_RECENT} were emitted inside the overlap,
     * the overlap shrinks to what can be remembered. It never shrinks below the watermark, as that would lose changes:
     * beyond that, the oldest are forgotten, and may be emitted twice.
     */
    public Position roundDone(long target, long overlapMillis) {
        long newWatermark = Math.max(watermark, target);
        // a round that a cache answered shows less than was seen before, and has not looked at what is between
        long newFloor = Math.max(floor, target - overlapMillis);
        Identities kept = recent.since(newFloor);
        if (kept.size() > MOST_RECENT) {
            long firstKept = kept.newestBeyond(MOST_RECENT) + 1;
            kept = kept.since(firstKept);
            newFloor = Math.min(firstKept, newWatermark);
        }
        return new Position(newWatermark, newFloor, kept, Optional.empty(), backfill, request);
    }

    @Override
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("version", VERSION);
        map.put("watermark", watermark);
        map.put("floor", floor);
        map.put("recent", recent.encode());
        round.ifPresent(at -> {
            map.put("round_target", at.target());
            map.put("round_created_at", at.createdAt());
            map.put("round_id", at.id());
        });
        backfill.putInto(map, BACKFILL);
        if (!request.id().isEmpty()) {
            request.walk().putInto(map, REQUEST);
            map.put(REQUEST_ID, request.id());
        }
        return map;
    }

    /**
     * Reads an offset.
     *
     * @throws StoredOffsetException when it is of another version or malformed
     */
    public static Position fromMap(Map<String, ?> offset) {
        StoredMap stored = new StoredMap(offset);
        stored.requireVersion(VERSION);
        return new Position(
                stored.whole("watermark"),
                stored.whole("floor"),
                stored.identities("recent"),
                round(stored),
                Backfill.from(stored, BACKFILL),
                request(stored));
    }

    private static Optional<Round> round(StoredMap stored) {
        if (!stored.has("round_target")) {
            return Optional.empty();
        }
        return Optional.of(
                new Round(stored.whole("round_target"), stored.whole("round_created_at"), stored.text("round_id")));
    }

    private static Request request(StoredMap stored) {
        if (!stored.has(REQUEST_ID)) {
            return Request.NEVER;
        }
        return new Request(stored.text(REQUEST_ID), Backfill.from(stored, REQUEST));
    }
}
