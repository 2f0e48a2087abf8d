package dev.crispconnect.sink;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;

/** Two tasks of one group, and what happens to them. On the thread of the test, like the group. */
final class Workers {

    private final ConsumerGroup group;
    private final Random random;
    private final int batch;
    private final List<ConsumerGroup.Member> members = new ArrayList<>();

    /** @param batch how many records a poll brings at most */
    Workers(ConsumerGroup group, Random random, int batch) {
        this.batch = batch;
        this.group = group;
        this.random = random;
        members.add(group.new Member());
        members.add(group.new Member());
        members.get(0).assign(group.partitions());
    }

    void disturb(int times) {
        for (int i = 0; i < times; i++) {
            turns(random.nextInt(60));
            switch (random.nextInt(4)) {
                case 0 -> kill();
                case 1 -> stop();
                default -> move();
            }
        }
    }

    void rebalance(int times) {
        for (int i = 0; i < times; i++) {
            turns(random.nextInt(4));
            move();
        }
    }

    void finish() {
        Awaitility.await()
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .atMost(Duration.ofMinutes(2))
                .until(() -> {
                    turns(1);
                    return group.isAllCommitted();
                });
        members.forEach(ConsumerGroup.Member::stop);
    }

    private void turns(int count) {
        int[] left = {count};
        Awaitility.await()
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .atMost(Duration.ofMinutes(2))
                .until(() -> {
                    members.forEach(member -> member.turn(batch));
                    return --left[0] < 0;
                });
    }

    /** Some partitions go from one task to the other, the rest stays: an incremental rebalance. */
    private void move() {
        ConsumerGroup.Member from = members.get(random.nextInt(2));
        ConsumerGroup.Member to = members.get(members.indexOf(from) == 0 ? 1 : 0);
        List<TopicPartition> moving = from.assigned().stream()
                .filter(partition -> random.nextBoolean())
                .toList();
        from.revoke(moving);
        to.assign(moving);
    }

    private void kill() {
        ConsumerGroup.Member victim = members.remove(random.nextInt(2));
        List<TopicPartition> lost = List.copyOf(victim.assigned());
        victim.kill();
        replace(lost);
    }

    private void stop() {
        ConsumerGroup.Member leaving = members.remove(random.nextInt(2));
        List<TopicPartition> left = List.copyOf(leaving.assigned());
        leaving.stop();
        replace(left);
    }

    private void replace(List<TopicPartition> partitions) {
        members.add(group.new Member());
        members.get(random.nextInt(2)).assign(partitions);
    }
}
