package dev.crispconnect.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.benchmark.SourceFigures.Shape;
import org.junit.jupiter.api.Test;

class ShapeTest {

    @Test
    void conversationsAloneTakeACallForEachFullPage() {
        assertThat(new Shape(101, 0).fewestCalls()).isEqualTo(3);
        assertThat(new Shape(101, 0).feeds()).isEqualTo("conversations");
    }

    @Test
    void theMessagesOfEachConversationTakeACallOfTheirOwn() {
        Shape shape = new Shape(100, 41);

        assertThat(shape.fewestCalls()).isEqualTo(2 + 2 * 100);
        assertThat(shape.records()).isEqualTo(42 * 100);
    }
}
