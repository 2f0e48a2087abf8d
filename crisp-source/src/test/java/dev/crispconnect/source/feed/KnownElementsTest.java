package dev.crispconnect.source.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.source.position.Identities;
import dev.crispconnect.source.position.Identity;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class KnownElementsTest {

    private static final long CREATED = 1_000;

    @Test
    void whatATaskBeforeHasEmittedIsNotEmittedAsItWasEarlier() {
        Identities stored =
                Identities.NONE.plus(5_000, Identity.of("item", "a")).plus(4_000, Identity.of("item", "a"));
        KnownElements known = new KnownElements(stored);

        assertThat(known.hasShownLater(item("a", 4_000))).isTrue();
        assertThat(known.hasShownLater(item("a", 5_000))).isFalse();
        assertThat(known.hasShownLater(item("a", 6_000))).isFalse();
        assertThat(known.hasShownLater(item("b", 4_000))).isFalse();
    }

    @Test
    void whatThisTaskHasEmittedIsNotEmittedAsItWasEarlier() {
        KnownElements known = new KnownElements(Identities.NONE);
        known.shown("a", 5_000);
        known.shown("a", 4_500);

        assertThat(known.hasShownLater(item("a", 4_999))).isTrue();
        assertThat(known.hasShownLater(item("a", 5_000))).isFalse();
    }

    @Test
    void anElementThatWasMadeAfterItsLastChangeIsNoOlderThanItself() {
        KnownElements known = new KnownElements(Identities.NONE.plus(CREATED, Identity.of("item", "a")));

        assertThat(known.hasShownLater(item("a", CREATED - 1))).isFalse();
    }

    private static Item<String> item(String id, long updatedAt) {
        return Item.of(id, Instant.ofEpochMilli(CREATED), Instant.ofEpochMilli(updatedAt), id);
    }
}
