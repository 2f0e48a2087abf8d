package dev.crispconnect.quickstart;

import dev.crispconnect.simulator.CrispSimulator;
import dev.crispconnect.simulator.fault.Fault;
import dev.crispconnect.simulator.fault.Moment;
import dev.crispconnect.simulator.fault.Plan;
import dev.crispconnect.simulator.fault.Target;
import dev.crispconnect.simulator.realtime.SocketFault;
import java.time.Duration;
import java.util.Random;
import java.util.Set;

/**
 * Where workers are killed: what the points of their lives are made of.
 *
 * @param name of the connector and of the workers' group; begins the names of its topics
 * @param chance what is not always the same, such as after how many requests
 */
record Scene(RunningKafka kafka, CrispSimulator crisp, TopicReader topics, String name, Random chance) {
    private static final Duration LONGER_THAN_ANY_LIFE = Duration.ofMinutes(10);

    /** The consumer group of a sink. */
    String consumerGroup() {
        return "connect-" + name;
    }

    /** Until such a request has come, after a number of others up to the given one, and has no effect. */
    Watch received(Target target, int mostBefore) {
        return receivedAfter(target, 0, mostBefore);
    }

    /** The same, after so many others at least. */
    Watch receivedAfter(Target target, int leastBefore, int mostBefore) {
        return held(target, new Fault.Silence(Moment.BEFORE_WRITE), leastBefore, mostBefore, 1);
    }

    /** Until so many such requests have taken effect, and none of them is answered. */
    Watch executed(Target target, int mostBefore, int count) {
        return held(target, new Fault.Silence(Moment.AFTER_WRITE), 0, mostBefore, count);
    }

    /** Until such a request is answered by half. */
    Watch halfAnswered(Target target, int mostBefore) {
        var half = new Fault.StallInBody(LONGER_THAN_ANY_LIFE, Fault.StallInBody.Rest.CUT);
        return held(target, half, 0, mostBefore, 1);
    }

    /** Until the topic {@code <connector>.<last part>} has more records, up to so many. */
    Watch recordsIn(String lastPart, int most) {
        return new RecordsSeen(topics, name + "." + lastPart, 1 + chance.nextInt(most));
    }

    /** Until a worker was told of events with one of these names, so many at most. */
    Watch told(int most, String... events) {
        return new EventsTold(crisp, Set.of(events), 1 + chance.nextInt(most));
    }

    /** Until a worker that hears of this event has lost its connection and has another one. */
    Watch reconnected(String event) {
        return new Sequel(told(60, event), () -> {
            var again = new Connected(crisp, event);
            crisp.realtime().faults().strike(SocketFault.CUT);
            return again;
        });
    }

    private Watch held(Target target, Fault fault, int leastBefore, int mostBefore, int count) {
        return new HeldRequests(
                crisp,
                Plan.of(fault)
                        .at(target)
                        .skipping(leastBefore + chance.nextInt(mostBefore - leastBefore + 1))
                        .times(count));
    }
}
