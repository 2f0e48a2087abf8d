package dev.crispconnect.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which websites are read, listing after listing. */
class KnownWebsitesTest {

    private KnownWebsites known = KnownWebsites.first(fresh("a", "b"));

    @Test
    void aNewWebsiteIsTakenAtOnceAlsoFromACache() {
        take(cached("a", "b", "c"));

        assertThat(known.ids()).containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    void oneLessIsBelievedWhenTwoFreshListingsInARowSaySo() {
        take(fresh("a"));
        assertThat(known.ids()).containsExactlyInAnyOrder("a", "b");
        assertThat(known.missing()).containsExactly("b");

        take(fresh("a"));
        assertThat(known.ids()).containsExactly("a");
        assertThat(known.missing()).isEmpty();
    }

    @Test
    void aCacheProvesNoAbsence() {
        take(cached("a"));
        take(fresh("a"));
        take(cached("a"));

        assertThat(known.ids()).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void oneThatIsThereAgainHasToBeMissedTwiceAnew() {
        take(fresh("a"));
        take(fresh("a", "b"));
        take(fresh("a"));

        assertThat(known.ids()).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void allMayBeGone() {
        take(fresh());
        take(fresh());

        assertThat(known.ids()).isEmpty();
    }

    private void take(WebsiteListing listing) {
        known = known.after(listing);
    }

    private static WebsiteListing fresh(String... ids) {
        return new WebsiteListing(Set.of(ids), true);
    }

    private static WebsiteListing cached(String... ids) {
        return new WebsiteListing(Set.of(ids), false);
    }
}
