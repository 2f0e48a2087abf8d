package dev.crispconnect.sink.delivery;

import dev.crispconnect.sink.command.Step;

/** What became of a command. */
public sealed interface Outcome {

    /** In one word, for results and totals: {@code delivered}, {@code skipped}, {@code refused}, {@code fatal}. */
    String word();

    /** The HTTP status of the last answer; 0 when there was none. */
    int status();

    /** Crisp did it. */
    record Delivered(int status, Step.Done done) implements Outcome {
        @Override
        public String word() {
            return "delivered";
        }
    }

    /**
     * It had been done before.
     *
     * @param reason how we know
     */
    record Skipped(int status, Step.Done done, String reason) implements Outcome {
        @Override
        public String word() {
            return "skipped";
        }
    }

    /**
     * It will not be done: the record is wrong, or Crisp would not do it in time.
     *
     * @param kind why, in one word
     * @param reason why; holds no values of the record
     * @param advice what to do; null where the reason tells
     */
    record Refused(Refusal kind, int status, String reason, String advice) implements Outcome {

        /** Reason and advice in one. */
        public String describe() {
            return advice == null ? reason : reason + ". " + advice;
        }

        @Override
        public String word() {
            return "refused";
        }
    }

    /**
     * Nothing more will be done until an operator acts.
     *
     * @param reason what went wrong and what to do
     * @param cause why
     */
    record Fatal(int status, String reason, Throwable cause) implements Outcome {
        @Override
        public String word() {
            return "fatal";
        }
    }
}
