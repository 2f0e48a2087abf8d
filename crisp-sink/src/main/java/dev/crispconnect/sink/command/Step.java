package dev.crispconnect.sink.command;

import dev.crispconnect.client.Answer;
import dev.crispconnect.client.Call;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What a command does next, as a value: nothing is sent by making one. A command is a chain of steps, each found from the
 * answer to the one before; a step may be repeated any number of times.
 *
 * <p>A chain may have been broken off anywhere by a crash, and is then begun anew. So each step must find by itself what it
 * left: by a {@link Lookup}, which leads on to the next step, or because repeating it is harmless.
 */
public sealed interface Step {

    /**
     * The command has taken effect.
     *
     * @param repeated whether it had done so before, as a look-up showed
     * @param state the state that the conversation is in now; null when it is not known
     * @param peopleId the profile that was made; null when none was
     * @param sessionId the conversation that was made; null when none was
     * @param response what a look-up found; null for other commands
     */
    record Done(boolean repeated, String state, String peopleId, String sessionId, Response response) implements Step {

        /** When no conversation was made and nothing was looked up. */
        public Done(boolean repeated, String state, String peopleId) {
            this(repeated, state, peopleId, null, null);
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
     * @param lookup how to find out whether a call that may have been made took effect; null when repeating it is harmless
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
     * @param found the next step when it is there; null when the answer shows that it is not
     * @param isProof whether only a command of this very id can have made what is found, as with a fingerprint derived from
     *     it. Then commands that stood before it in its lane had their turn too
     * @param elsewhere where to look next when it is not there, as on the next page of a list; null for nowhere
     */
    record Lookup<T>(
            Call<T> call, Function<Answer<T>, Step> found, boolean isProof, Function<Answer<T>, Lookup<?>> elsewhere) {

        /** A look-up of one call. */
        public Lookup(Call<T> call, Function<Answer<T>, Step> found, boolean isProof) {
            this(call, found, isProof, answer -> null);
        }
    }

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

    /** A look-up has its answer. */
    static Step answered(Response response) {
        return new Done(false, null, null, null, response);
    }

    /** A look-up showed that there is nothing left to do. */
    static Step repeated() {
        return new Done(true, null, null);
    }
}
