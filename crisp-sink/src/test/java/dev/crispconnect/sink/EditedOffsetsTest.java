package dev.crispconnect.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.errors.ConnectException;
import org.junit.jupiter.api.Test;

/** What an operator may write into the offsets of a stopped connector. */
class EditedOffsetsTest {

    private static final TopicPartition READ = new TopicPartition("crisp.commands", 3);
    private static final TopicPartition UNREAD = new TopicPartition("crisp.comands", 3);

    private final CrispSinkConnector connector = new CrispSinkConnector();

    @Test
    void offsetsOfTopicsThatAreReadAreTaken() {
        assertThat(alter("topics", "tickets, crisp.commands", READ, 42L)).isTrue();
        assertThat(alter("topics.regex", "crisp\\..*", READ, 0L)).isTrue();
    }

    @Test
    void anyMayBeForgotten() {
        assertThat(alter("topics", "crisp.commands", UNREAD, null)).isTrue();
        assertThat(connector.alterOffsets(Settings.minimal(), Map.of())).isTrue();
    }

    @Test
    void oneOfATopicThatIsNotReadIsRefusedNamingIt() {
        assertThatThrownBy(() -> alter("topics", "crisp.commands", UNREAD, 1L))
                .isInstanceOf(ConnectException.class)
                .hasMessageStartingWith("The topic crisp.comands is not read by this connector");
        assertThatThrownBy(() -> alter("topics.regex", "tickets\\..*", READ, 1L))
                .isInstanceOf(ConnectException.class);
    }

    @Test
    void oneBelowZeroIsRefused() {
        assertThatThrownBy(() -> alter("topics", "crisp.commands", READ, -1L))
                .isInstanceOf(ConnectException.class)
                .hasMessageStartingWith("The offset of crisp.commands-3 is -1");
    }

    private boolean alter(String key, String topics, TopicPartition partition, Long offset) {
        Map<String, String> properties = new HashMap<>(Settings.minimal());
        properties.put(key, topics);
        Map<TopicPartition, Long> offsets = new HashMap<>();
        offsets.put(partition, offset);
        return connector.alterOffsets(properties, offsets);
    }
}
