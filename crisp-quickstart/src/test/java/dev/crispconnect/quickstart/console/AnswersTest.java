package dev.crispconnect.quickstart.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AnswersTest {
    private final Answers answers = new Answers();

    @Test
    void theyAreCompleteWhenEveryCommandWasAnswered() {
        answers.await(1);
        answers.await(2);
        answers.answered(2);
        assertThat(answers.complete()).isFalse();

        answers.answered(1);
        assertThat(answers.complete()).isTrue();
    }

    @Test
    void anAnswerMayBeReadBeforeTheWriterOfTheCommandKnowsItsOffset() {
        answers.answered(1);
        answers.await(1);

        assertThat(answers.complete()).isTrue();
    }
}
