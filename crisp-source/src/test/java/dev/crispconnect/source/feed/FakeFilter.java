package dev.crispconnect.source.feed;

import dev.crispconnect.source.position.WalkOrder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What Crisp does with the bounds of a list: how exact they are is not documented, and a plan may not have them. */
final class FakeFilter {

    /** How dates are compared with the end of a list, or what else becomes of it. */
    enum End {
        BY_THE_MILLISECOND,
        BY_THE_SECOND,
        /** Whatever is newer comes as well. */
        IGNORED,
        /** The end is read in another time zone. */
        AN_HOUR_TOO_EARLY
    }

    /** Which date is compared: of conversations that of the update, of contacts that of the creation. */
    WalkOrder date = WalkOrder.UPDATED;

    End end = End.BY_THE_MILLISECOND;

    /** After how many filtered lists the plan includes no further one. */
    int allowed = Integer.MAX_VALUE;

    void refuseIfNotInThePlan() {
        if (allowed == 0) {
            throw Denials.of("subscription_upgrade_required", 402);
        }
        allowed -= allowed == Integer.MAX_VALUE ? 0 : 1;
    }

    boolean passes(Instant createdAt, Instant updatedAt, PageQuery query) {
        return passes((date == WalkOrder.CREATED ? createdAt : updatedAt).toEpochMilli(), query);
    }

    /** @param time epoch milliseconds */
    boolean passes(long time, PageQuery query) {
        Instant compared = Instant.ofEpochMilli(time);
        boolean lateEnough = query.from() == Long.MIN_VALUE || !compared.isBefore(query.fromTime());
        boolean earlyEnough =
                query.until() == Long.MAX_VALUE || !asCompared(compared).isAfter(query.untilTime());
        return lateEnough && earlyEnough;
    }

    private Instant asCompared(Instant time) {
        return switch (end) {
            case BY_THE_MILLISECOND -> time;
            case BY_THE_SECOND -> time.truncatedTo(ChronoUnit.SECONDS);
            case IGNORED -> Instant.MIN;
            case AN_HOUR_TOO_EARLY -> time.plus(1, ChronoUnit.HOURS);
        };
    }
}
