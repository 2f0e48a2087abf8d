package dev.crispconnect.simulator.junit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The extension as JUnit drives it, with classes inside the class. */
class NestedClassesTest {

    @RegisterExtension
    static final CrispSimulatorExtension CRISP = CrispSimulatorExtension.create();

    @BeforeEach
    void somebodyArrives() {
        CRISP.workspace().visitorArrives("Ilse", "ilse@example.org");
    }

    @Test
    void theClassIsServed() {
        assertThat(CRISP.workspace().conversations().count()).isEqualTo(1);
    }

    @Nested
    class One {

        @Test
        void isServed() {
            assertThat(CRISP.workspace().conversations().count()).isEqualTo(1);
        }

        @Nested
        class Deeper {

            @Test
            void isServed() {
                assertThat(CRISP.workspace().conversations().count()).isEqualTo(1);
            }
        }
    }

    @Nested
    class Another {

        @Test
        void isServed() {
            assertThat(CRISP.workspace().conversations().count()).isEqualTo(1);
        }
    }
}
