package dev.crispconnect.benchmark;

import dev.crispconnect.simulator.fault.Fault;
import dev.crispconnect.simulator.journal.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Whether refusals that asked for a wait were heeded, by when calls arrived.
 *
 * @param refusals how many calls were refused so
 * @param earlyRetries how many of them were made again, in their conversation, before the wait was over
 * @param inPauses how many calls arrived, on whatever conversation, while a wait lasted; those that may have been on the wire
 *     when the refusal came do not count
 */
record RefusalCheck(int refusals, int earlyRetries, int inPauses) {

    /** For so long after a refusal a call may arrive that was sent before it was known. */
    private static final Duration ON_THE_WIRE = Duration.ofMillis(500);

    /** Of calls in the order in which they arrived. */
    static RefusalCheck of(List<Entry> calls) {
        Map<String, Instant> retryFrom = new HashMap<>();
        Instant pauseFrom = Instant.MIN;
        Instant pauseUntil = Instant.MIN;
        int refusals = 0;
        int early = 0;
        int inPauses = 0;
        for (Entry call : calls) {
            Instant earliest = retryFrom.remove(call.sessionId());
            if (earliest != null && call.time().isBefore(earliest)) {
                early++;
            }
            if (call.time().isAfter(pauseFrom) && call.time().isBefore(pauseUntil)) {
                inPauses++;
            }
            if (call.fault() instanceof Fault.Status refusal && refusal.asked().isPresent()) {
                refusals++;
                Instant until = call.time().plus(refusal.asked().get());
                retryFrom.put(call.sessionId(), until);
                // refusals of calls that were on the wire together make one pause
                pauseFrom = call.time().isAfter(pauseUntil) ? call.time().plus(ON_THE_WIRE) : pauseFrom;
                pauseUntil = until;
            }
        }
        return new RefusalCheck(refusals, early, inPauses);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d refused, %d repeated too early, %d calls later than %d ms into a pause of the token",
                refusals,
                earlyRetries,
                inPauses,
                ON_THE_WIRE.toMillis());
    }
}
