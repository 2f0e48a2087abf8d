package dev.crispconnect.sink;

import dev.crispconnect.client.time.Time;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
    private final Set<TopicPartition> paused = new HashSet<>();
    private boolean full;
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

    /**
     * Partitions were assigned. They begin anew, so they are not paused, whatever a worker remembers of them; while the buffer
     * is full they are.
     */
    void opened(Collection<TopicPartition> partitions) {
        TopicPartition[] opened = partitions.toArray(TopicPartition[]::new);
        if (full) {
            paused.addAll(partitions);
            context.pause(opened);
        } else {
            paused.removeAll(Set.copyOf(partitions));
            context.resume(opened);
        }
    }

    /**
     * Called at the end of each {@code put}.
     */
    void follow(Frontier frontier) {
        int outstanding = frontier.outstanding();
        full = outstanding >= (full ? maxBuffered / 2 + 1 : maxBuffered);
        pauseAndResume(frontier, outstanding);
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
        return paused.size();
    }

    /**
     * Pauses the partitions that have their share of the buffer, or all when it is full, and resumes the others. A consumer
     * returns what it has of one partition before it comes to the next: without shares a backlog would be executed one
     * partition after another, with few conversations side by side.
     */
    private void pauseAndResume(Frontier frontier, int outstanding) {
        Set<TopicPartition> assignment = context.assignment();
        int share = Math.max(1, maxBuffered / Math.max(1, assignment.size()));
        int before = paused.size();
        paused.retainAll(assignment);
        List<TopicPartition> pause = new ArrayList<>();
        List<TopicPartition> resume = new ArrayList<>();
        for (TopicPartition partition : assignment) {
            boolean was = paused.contains(partition);
            boolean enough = full || frontier.outstanding(partition) >= (was ? share / 2 + 1 : share);
            if (enough != was) {
                (enough ? pause : resume).add(partition);
            }
        }
        if (!pause.isEmpty()) {
            paused.addAll(pause);
            context.pause(pause.toArray(TopicPartition[]::new));
        }
        if (!resume.isEmpty()) {
            paused.removeAll(resume);
            context.resume(resume.toArray(TopicPartition[]::new));
        }
        tell(before, outstanding);
    }

    /** Behind a long backlog it comes and goes many times a minute. */
    private void tell(int pausedBefore, int outstanding) {
        if (pausedBefore == 0 && !paused.isEmpty()) {
            told = time.nanoTime() - nextTellNanos >= 0;
            if (told) {
                nextTellNanos = time.nanoTime() + BETWEEN_LINES.toNanos();
                LOG.info(
                        "Partitions are paused, as their share of the buffer (max.buffered.records) is full: task={}"
                                + " partitions={} records={}",
                        taskName,
                        paused.size(),
                        outstanding);
            }
        } else if (pausedBefore > 0 && paused.isEmpty() && told) {
            LOG.info("Partitions are resumed: task={} records={}", taskName, outstanding);
        }
    }
}
