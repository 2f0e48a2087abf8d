package dev.crispconnect.source.feed;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.crispconnect.client.CrispException;
import dev.crispconnect.client.FakeCrisp;
import dev.crispconnect.client.Plugins;
import java.util.concurrent.CompletionException;

/** What the client makes of answers on which an operator must act. */
final class Denials {

    private Denials() {}

    static CrispException of(String reason, int status) {
        FakeCrisp crisp = new FakeCrisp();
        crisp.script(call -> call.error(status, reason));
        CompletionException failed =
                catchThrowableOfType(CompletionException.class, () -> crisp.submit(Plugins.endpoints())
                        .join());
        return (CrispException) failed.getCause();
    }
}
