package dev.crispconnect.source.feed;

import java.time.Duration;
import java.util.Optional;

/**
 * What is told beside the feeds, and where.
 *
 * @param noticeTopic empty when notices are not wanted
 * @param heartbeatInterval how long a unit emits nothing before a heartbeat stands in; zero for no heartbeats
 */
public record Aside(Optional<String> noticeTopic, Duration heartbeatInterval, String heartbeatTopic) {

    boolean beats() {
        return !heartbeatInterval.isZero();
    }
}
