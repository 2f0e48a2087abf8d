package dev.crispconnect.sink;

import dev.crispconnect.client.time.Time;
import java.time.Duration;
import java.util.Collection;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkTaskContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the worker when to bring more, when to come back and when to commit. Used by the task's thread only.
 *
 * <p>A worker whose consumer has nothing to return, be it idle or paused, calls {@code put} again only after the offset
 * flush interval, a minute by default, unless it was asked to come sooner.
 */
final class Pace {

    private static final Logger LOG = LoggerFactory.getLogger(Pace.class);
    private static final long COME_BACK_MILLIS = 20;
    private static final Duration BETWEEN_COMMITS = Duration.ofSeconds(2);
    private static final Duration BETWEEN_LINES = Duration.ofMinutes(1);

    private final String taskName;
    private final SinkTaskContext context;
    private final Time time;
    private final int maxBuffered;
    private boolean paused;
    private boolean told;
    private long nextTellNanos;
    private long nextCommitNanos;

    Pace(String taskName, SinkTaskContext context, Time time, int maxBuffered) {
        this.taskName = taskName;
        this.context = context;
        this.time = time;
        this.maxBuffered = maxBuffered;
        this.nextCommitNanos = time.nanoTime();
        this.nextTellNanos = nextCommitNanos;
    }

    /** Partitions were assigned; while the others are paused, these must be too. */
    void opened(Collection<TopicPartition> partitions) {
        if (paused) {
            context.pause(partitions.toArray(TopicPartition[]::new));
        }
    }

    /**
     * Called at the end of each {@code put}.
     */
    void follow(Frontier frontier) {
        int outstanding = frontier.outstanding();
        if (!paused && outstanding >= maxBuffered) {
            context.pause(assignment());
            paused = true;
            tellOfPause(outstanding);
        } else if (paused && outstanding <= maxBuffered / 2) {
            context.resume(assignment());
            paused = false;
            tellOfResumption(outstanding);
        }
        Duration wait = Duration.ofNanos(nextCommitNanos - time.nanoTime());
        boolean due = wait.isNegative() || wait.isZero();
        if (frontier.isPressing() || (due && frontier.isUntold())) {
            context.requestCommit();
            nextCommitNanos = time.nanoTime() + BETWEEN_COMMITS.toNanos();
        }
        if (outstanding > 0) {
            context.timeout(COME_BACK_MILLIS);
        } else if (frontier.isUntold() && !due) {
            context.timeout(wait.toMillis() + 1);
        }
    }

    /** How many partitions are paused. */
    int pausedPartitions() {
        return paused ? context.assignment().size() : 0;
    }

    /** Behind a long backlog it comes and goes many times a minute. */
    private void tellOfPause(int outstanding) {
        told = time.nanoTime() - nextTellNanos >= 0;
        if (told) {
            nextTellNanos = time.nanoTime() + BETWEEN_LINES.toNanos();
            LOG.info(
                    "The buffer is full, partitions are paused: task={} partitions={} records={}",
                    taskName,
                    context.assignment().size(),
                    outstanding);
        }
    }

    private void tellOfResumption(int outstanding) {
        if (told) {
            LOG.info("Partitions are resumed: task={} records={}", taskName, outstanding);
        }
    }

    private TopicPartition[] assignment() {
        return context.assignment().toArray(TopicPartition[]::new);
    }
}
