package dev.crispconnect.source.position;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScopeTest {

    @Test
    void whatChangedBeforeIsNotWantedUnlessNobodyKnowsWhenItDid() {
        Scope since = new Scope(1_000, Scope.ALL);

        assertThat(since.wants(999)).isFalse();
        assertThat(since.wants(1_000)).isTrue();
        assertThat(since.wants(0)).isTrue();
        assertThat(Scope.EVERYTHING.wants(1)).isTrue();
    }

    @Test
    void messagesAreWantedFromATimeOnUnlessAllOrNoneAreOfLater() {
        Scope scope = new Scope(Scope.ALL, 1_000);

        assertThat(scope.messagesOf(500, 1_500)).isEqualTo(1_000);
        assertThat(scope.messagesOf(500, 999)).isEqualTo(Scope.NONE);
        assertThat(scope.messagesOf(500, 0)).isEqualTo(1_000);
        assertThat(scope.messagesOf(1_000, 1_500)).isEqualTo(Scope.ALL);
        assertThat(Scope.EVERYTHING.messagesOf(500, 900)).isEqualTo(Scope.ALL);
        assertThat(new Scope(Scope.ALL, Scope.NONE).messagesOf(500, 900)).isEqualTo(Scope.NONE);
    }
}
