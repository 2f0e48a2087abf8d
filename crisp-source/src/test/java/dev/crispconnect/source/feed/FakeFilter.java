package dev.crispconnect.source.feed;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.UnaryOperator;

/** What Crisp does with the bounds of a list: how exact they are is not documented, and a plan may not have them. */
final class FakeFilter {

    /** How dates are compared with the end of a list, or what else becomes of it. */
    enum End {
        BY_THE_MILLISECOND(time -> time),
        BY_THE_SECOND(time -> time.truncatedTo(ChronoUnit.SECONDS)),
        /** Whatever is newer comes as well. */
        IGNORED(time -> Instant.EPOCH),
        /** The end is read in another time zone. */
        AN_HOUR_TOO_EARLY(time -> time.plus(1, ChronoUnit.HOURS));

        private final UnaryOperator<Instant> compared;

        End(UnaryOperator<Instant> compared) {
            this.compared = compared;
        }
    }

    End end = End.BY_THE_MILLISECOND;

    /** After how many filtered lists the plan includes no further one. */
    int allowed = Integer.MAX_VALUE;

    void refuseIfNotInThePlan() {
        if (allowed == 0) {
            throw Denials.of("subscription_upgrade_required", 402);
        }
        allowed -= allowed == Integer.MAX_VALUE ? 0 : 1;
    }

    boolean passes(Instant date, PageQuery query) {
        boolean lateEnough = query.from() == Long.MIN_VALUE || !date.isBefore(query.fromTime());
        boolean earlyEnough =
                query.until() == Long.MAX_VALUE || !end.compared.apply(date).isAfter(query.untilTime());
        return lateEnough && earlyEnough;
    }
}
