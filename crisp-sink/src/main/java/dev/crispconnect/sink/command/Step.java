package dev.crispconnect.sink.command;

import dev.crispconnect.client.Answer;
import dev.crispconnect.client.Call;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What a command does next, as a value: nothing is sent by making one. A command is a chain of steps, each found from the
 * answer to the one before; a step may be repeated any number of times.
 */
public sealed interface Step {

    /**
     * The command has taken effect.
     *
     * @param repeated whether it had done so before, as a look-up showed
     * @param state the state that the conversation is in now; null when it is not known
     * @param peopleId the profile that was made; null when none was
     * @param sessionId the conversation that was made; null when none was
     */
    record Done(boolean repeated, String state, String peopleId, String sessionId) implements Step {

        /** When no conversation was made. */
        public Done(boolean repeated, String state, String peopleId) {
            this(repeated, state, peopleId, null);
        }
    }

    /**
     * The command cannot take effect.
     *
     * @param reason holds no values of the record
     * @param advice what to do
     */
    record Refuse(String reason, String advice) implements Step {}

    /**
     * One call.
     *
     * @param call what to send
     * @param lookup how to find out whether a call whose answer was lost took effect; null when repeating it is harmless
     * @param then the next step after a good answer
     * @param whenMissing the next step when what the path names does not exist; null to refuse the command
     */
    record Ask<T>(Call<T> call, Lookup<?> lookup, Function<Answer<T>, Step> then, Supplier<Step> whenMissing)
            implements Step {

        /** The same call, never repeated without having been looked up. */
        Ask<T> lookedUpBy(Lookup<?> how) {
            return new Ask<>(call, how, then, whenMissing);
        }

        Ask<T> whenMissing(Supplier<Step> next) {
            return new Ask<>(call, lookup, then, next);
        }
    }

    /**
     * A look-up. That the object is missing tells that the call took no effect.
     *
     * @param found the next step when it is there; null when the answer shows that the call took no effect
     */
    record Lookup<T>(Call<T> call, Function<Answer<T>, Step> found) {}

    static <T> Ask<T> ask(Call<T> call, Function<Answer<T>, Step> then) {
        return new Ask<>(call, null, then, null);
    }

    static Step done() {
        return new Done(false, null, null);
    }

    /** The conversation is in this state now. */
    static Step done(String state) {
        return new Done(false, state, null);
    }

    /** A look-up showed that there is nothing left to do. */
    static Step repeated() {
        return new Done(true, null, null);
    }
}
