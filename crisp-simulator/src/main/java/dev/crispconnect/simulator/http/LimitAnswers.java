package dev.crispconnect.simulator.http;

import dev.crispconnect.simulator.access.Limited;
import dev.crispconnect.simulator.switches.AccessSwitch;
import dev.crispconnect.simulator.switches.AccessSwitch.QuotaAnswer;
import dev.crispconnect.simulator.switches.Switches;

/** What a limited request is answered (Crisp API reference, section 2.3): nobody knows, so switches decide. */
record LimitAnswers(Switches switches) {

    private static final String REASON = "rate_limited";
    private static final String RETRY_AFTER = "Retry-After";

    Answer of(Limited limited) {
        if (limited.kind() == Limited.Kind.QUOTA && switches.get(AccessSwitch.QUOTA_ANSWER) == QuotaAnswer.LOCKED) {
            return Answer.error(423, "quota_limit_exceeded");
        }
        return switch (switches.get(AccessSwitch.RATE_LIMIT_ANSWER)) {
            case ENVELOPE -> Answer.error(429, REASON);
            case STATUS_420 -> Answer.error(420, REASON);
            case HTML -> FaultyAnswers.page(429);
            case RETRY_AFTER -> Answer.error(429, REASON).with(RETRY_AFTER, Long.toString(limited.waitSeconds()));
            case RETRY_AFTER_DATE ->
                Answer.error(429, REASON).with(RETRY_AFTER, DateHeader.text(limited.untilSecond()));
        };
    }
}
