package dev.crispconnect.simulator.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class TokensTest {

    private static final String MESSAGES = "website:conversation:messages";
    private static final String SHOP = "0d9c4f3e-6a1b-4c8e-9a53-0b6f2f1a7c11";

    private final Tokens tokens = new Tokens();
    private final Token plugin = Token.seeded(7, Tier.PLUGIN);

    @Test
    void aTokenIsHeldToNoScopesUntilItIsGivenSome() {
        assertThat(plugin.scopes().unlimited()).isTrue();
        assertThat(plugin.mayRead(MESSAGES)).isTrue();
        assertThat(plugin.mayWrite(MESSAGES)).isTrue();
    }

    @Test
    void readingAndWritingAreGrantedApart() {
        Token reader = plugin.withScopes(Scopes.none().reading(MESSAGES));
        Token writer = plugin.withScopes(Scopes.none().writing(MESSAGES));

        assertThat(reader.mayRead(MESSAGES)).isTrue();
        assertThat(reader.mayWrite(MESSAGES)).isFalse();
        assertThat(writer.mayRead(MESSAGES)).isFalse();
        assertThat(writer.mayWrite(MESSAGES)).isTrue();
        assertThat(reader.mayRead("website:conversation:states")).isFalse();
    }

    @Test
    void scopesAreWrittenDownAndReadBack() {
        Scopes scopes = Scopes.none().writing(MESSAGES).reading(MESSAGES, "website:people:profiles");

        assertThat(scopes.words())
                .containsExactly(MESSAGES + ":read", MESSAGES + ":write", "website:people:profiles:read");
        assertThat(Scopes.parse(scopes.words()).words()).isEqualTo(scopes.words());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scopes.parse(List.of(MESSAGES)))
                .withMessage("The scope website:conversation:messages should end in :read or :write.");
    }

    @Test
    void onlyPluginTokensAreHeldToScopes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Token.seeded(7, Tier.WEBSITE).withScopes(Scopes.none()));
    }

    @Test
    void aTokenIsFoundByItsHeaderUntilItIsRevoked() {
        tokens.issue(plugin);
        assertThat(tokens.find(plugin.authorization())).isEqualTo(plugin);
        assertThat(tokens.isGood(plugin)).isTrue();

        tokens.revoke(plugin);

        assertThat(tokens.find(plugin.authorization())).isNull();
        assertThat(tokens.isGood(plugin)).isFalse();
        assertThat(tokens.find(null)).isNull();
    }

    @Test
    void aRolledTokenIsGoodWithItsNewKeyOnlyAndKeepsItsReachAndItsScopes() {
        Token production = plugin.withScopes(Scopes.none().reading(MESSAGES));
        tokens.allow(production, SHOP);

        Token rolled = tokens.roll(plugin);

        assertThat(rolled.key()).matches("[0-9a-f]{64}").isNotEqualTo(plugin.key());
        assertThat(tokens.find(plugin.authorization())).isNull();
        assertThat(tokens.find(rolled.authorization())).isEqualTo(rolled);
        assertThat(tokens.reaches(rolled, SHOP)).isTrue();
        assertThat(rolled.scopes().words()).containsExactly(MESSAGES + ":read");
    }

    @Test
    void aWebsiteThatIsAddedDoesNotBringAnOldKeyBack() {
        tokens.issue(plugin);
        tokens.roll(plugin);

        tokens.allow(plugin, SHOP);

        assertThat(tokens.isGood(plugin)).isFalse();
    }

    @Test
    void scopesMayChangeInMidRun() {
        tokens.allow(plugin, SHOP);

        tokens.issue(plugin.withScopes(Scopes.none()));

        assertThat(tokens.find(plugin.authorization()).mayRead(MESSAGES)).isFalse();
        assertThat(tokens.reaches(plugin, SHOP)).isTrue();
    }

    @Test
    void everyChangeIsCounted() {
        long before = tokens.changes();
        tokens.allow(plugin, SHOP);
        long allowed = tokens.changes();
        tokens.forbid(plugin, SHOP);
        long forbidden = tokens.changes();
        tokens.revoke(plugin);

        assertThat(before).isLessThan(allowed);
        assertThat(allowed).isLessThan(forbidden);
        assertThat(forbidden).isLessThan(tokens.changes());
    }
}
