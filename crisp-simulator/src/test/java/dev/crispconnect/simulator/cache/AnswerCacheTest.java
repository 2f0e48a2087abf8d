package dev.crispconnect.simulator.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.simulator.ManualClock;
import dev.crispconnect.simulator.Site;
import dev.crispconnect.simulator.cache.AnswerCache.Draft;
import dev.crispconnect.simulator.event.EventFeed;
import dev.crispconnect.simulator.switches.AccessSwitch;
import dev.crispconnect.simulator.switches.AccessSwitch.Cache;
import dev.crispconnect.simulator.switches.Switches;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AnswerCacheTest {

    private static final AnswerCache.Key KEY = new AnswerCache.Key("Basic abc", "website", "GET", "/v1/website/shop");

    private final ManualClock clock = new ManualClock(Site.START);
    private final Switches switches = new Switches();
    private final AtomicLong tokens = new AtomicLong();
    private final AnswerCache<String> cache = new AnswerCache<>(switches, clock::now, tokens::get);
    private final EventFeed shop = new EventFeed();
    private final EventFeed forum = new EventFeed();

    @BeforeEach
    void on() {
        switches.set(AccessSwitch.CACHE, Cache.ON);
    }

    @Test
    void anAnswerIsRememberedUntilItIsTooOld() {
        keep(KEY, shop, "first");

        clock.advance(Duration.ofMinutes(10).minusMillis(1));
        assertThat(found(KEY, shop)).isEqualTo("first");
        clock.advance(Duration.ofMillis(1));
        assertThat(found(KEY, shop)).isNull();
    }

    @Test
    void everyPartOfTheKeyCounts() {
        keep(KEY, shop, "first");

        assertThat(found(new AnswerCache.Key("Basic xyz", "website", "GET", "/v1/website/shop"), shop))
                .isNull();
        assertThat(found(new AnswerCache.Key("Basic abc", "plugin", "GET", "/v1/website/shop"), shop))
                .isNull();
        assertThat(found(new AnswerCache.Key("Basic abc", "website", "HEAD", "/v1/website/shop"), shop))
                .isNull();
        assertThat(found(new AnswerCache.Key("Basic abc", "website", "GET", "/v1/website/shop?page=2"), shop))
                .isNull();
        assertThat(found(new AnswerCache.Key(null, null, "GET", "/v1/website/shop"), shop))
                .isNull();
    }

    @Test
    void aChangeOfTheWebsiteOutdatesWhatIsKnownAboutItAndNothingElse() {
        AnswerCache.Key other = new AnswerCache.Key("Basic abc", "website", "GET", "/v1/website/forum");
        keep(KEY, shop, "first");
        keep(other, forum, "second");

        happens(shop);

        assertThat(found(KEY, shop)).isNull();
        assertThat(found(other, forum)).isEqualTo("second");
    }

    @Test
    void aChangeWhileTheAnswerWasMadeOutdatesIt() {
        Draft draft = cache.begin(KEY, shop);
        happens(shop);
        cache.keep(draft, "made before");

        assertThat(found(KEY, shop)).isNull();
    }

    @Test
    void aChangeOfTheTokensOutdatesEverything() {
        keep(KEY, null, "account");
        assertThat(found(KEY, null)).isEqualTo("account");

        tokens.incrementAndGet();

        assertThat(found(KEY, null)).isNull();
    }

    @Test
    void aWebsitePutInThePlaceOfAnotherHasNoAnswersYet() {
        keep(KEY, shop, "first");

        assertThat(found(KEY, new EventFeed())).isNull();
    }

    @Test
    void aStaleCacheGoesOnForAWhileAfterAChange() {
        switches.set(AccessSwitch.CACHE, Cache.STALE);
        switches.set(AccessSwitch.STALE_FOR, Duration.ofSeconds(3));
        keep(KEY, shop, "old");
        happens(shop);

        clock.advance(Duration.ofMillis(2_999));
        assertThat(found(KEY, shop)).isEqualTo("old");
        clock.advance(Duration.ofMillis(1));
        assertThat(found(KEY, shop)).isNull();
    }

    @Test
    void whatAStaleCacheLearnsAfterTheChangeSurvivesItsPurge() {
        switches.set(AccessSwitch.CACHE, Cache.STALE);
        happens(shop);
        AnswerCache.Key later = new AnswerCache.Key("Basic abc", "website", "GET", "/v1/website/shop?page=2");
        keep(KEY, shop, "old");
        happens(shop);
        keep(later, shop, "new");

        clock.advance(Duration.ofMillis(500));

        assertThat(found(KEY, shop)).isNull();
        assertThat(found(later, shop)).isEqualTo("new");
    }

    @Test
    void theLeastUsedAnswerMakesRoom() {
        keep(KEY, shop, "used");
        AnswerCache.Key unused = new AnswerCache.Key("Basic abc", "website", "GET", "/unused");
        keep(unused, shop, "unused");
        for (int i = 0; i < 1_999; i++) {
            found(KEY, shop);
            keep(new AnswerCache.Key("Basic abc", "website", "GET", "/" + i), shop, "other");
        }

        assertThat(found(KEY, shop)).isEqualTo("used");
        assertThat(found(unused, shop)).isNull();
    }

    @Test
    void anAnswerOfTheFutureIsForgottenWhenTheClockIsPutBack() {
        keep(KEY, shop, "tomorrow's");

        clock.advance(Duration.ofMillis(-1));

        assertThat(found(KEY, shop)).isNull();
    }

    @Test
    void aClearedCacheKnowsNothing() {
        keep(KEY, shop, "first");

        cache.clear();

        assertThat(found(KEY, shop)).isNull();
    }

    private void keep(AnswerCache.Key key, EventFeed website, String answer) {
        cache.keep(cache.begin(key, website), answer);
    }

    private String found(AnswerCache.Key key, EventFeed website) {
        return cache.find(cache.begin(key, website));
    }

    private void happens(EventFeed website) {
        website.changed();
    }
}
