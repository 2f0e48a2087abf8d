package dev.crispconnect.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crispconnect.simulator.access.Scopes;
import dev.crispconnect.simulator.access.Tier;
import dev.crispconnect.simulator.access.Token;
import dev.crispconnect.simulator.access.Tokens;
import dev.crispconnect.simulator.switches.Switches;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GateTest {

    private static final String MESSAGES = "website:conversation:messages";

    private final Gate gate = new Gate(new Tokens(), Map.of(), new Switches());
    private final Token token = Token.seeded(1, Tier.PLUGIN);
    private final Route reads =
            Route.read("GET", "/x", call -> Answer.updated()).needing(MESSAGES);
    private final Route writes =
            Route.write("POST", "/x", call -> Answer.updated()).needing(MESSAGES);

    @Test
    void aTokenWithoutTheScopeIsNotAllowed() {
        Token reader = token.withScopes(Scopes.none().reading(MESSAGES));

        assertThat(pass(reader, reads)).isTrue();
        assertThatThrownBy(() -> pass(reader, writes))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.answer().status()).isEqualTo(403))
                .hasMessage("not_allowed");
    }

    @Test
    void writingNeedsTheScopeForWriting() {
        Token writer = token.withScopes(Scopes.none().writing(MESSAGES));

        assertThat(pass(writer, writes)).isTrue();
        assertThatThrownBy(() -> pass(writer, reads)).isInstanceOf(Refusal.class);
    }

    @Test
    void aDevelopmentTokenIsNotHeldToScopes() {
        assertThat(pass(token, writes)).isTrue();
    }

    @Test
    void aRouteThatNeedsNoScopeIsOpenToATokenWithoutAny() {
        Route open = Route.read("GET", "/x", call -> Answer.updated());

        assertThat(pass(token.withScopes(Scopes.none()), open)).isTrue();
    }

    private boolean pass(Token caller, Route route) {
        gate.pass(caller, "plugin", new Router.Match(route, Map.of()));
        return true;
    }
}
