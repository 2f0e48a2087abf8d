package dev.crispconnect.source.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class PageChoiceTest {

    /** Choosing the page that reaches farthest each time is as good as any plan for the whole list. */
    @Test
    void noOtherChoiceOfPagesThatOverlapNeedsFewerCalls() {
        int places = 5_000;
        int[] fewest = new int[places + PageChoice.MOST];
        Arrays.fill(fewest, Integer.MAX_VALUE);
        fewest[PageChoice.MOST - 1] = 1;
        for (int place = 0; place < places; place++) {
            for (int perPage = PageChoice.FEWEST; perPage <= PageChoice.MOST && fewest[place] < places; perPage++) {
                int last = (place / perPage + 1) * perPage - 1;
                fewest[last] = Math.min(fewest[last], fewest[place] + 1);
            }
        }

        int calls = 1;
        for (long place = PageChoice.MOST - 1; place < places; calls++) {
            place = PageChoice.beyond(place).end() - 1;
        }

        assertThat(calls).isEqualTo(Arrays.stream(fewest).skip(places).min().orElseThrow());
    }

    @Property
    void thePageHoldsThePlaceAndReachesFarBeyondIt(@ForAll @LongRange(max = 1_000_000) long place) {
        PageChoice choice = PageChoice.beyond(place);

        assertThat(choice.perPage()).isBetween(PageChoice.FEWEST, PageChoice.MOST);
        assertThat(choice.start()).isLessThanOrEqualTo(place);
        assertThat(choice.end()).isGreaterThan(place + PageChoice.FEWEST);
    }

    @Property
    void aPageOfAnotherSizeHoldsThePlaceAndReachesBeyondItToo(
            @ForAll @LongRange(max = 1_000_000) long place, @ForAll @IntRange(min = 20, max = 50) int perPage) {
        PageChoice choice = PageChoice.beyond(place, perPage);

        assertThat(choice.perPage()).isBetween(PageChoice.FEWEST, PageChoice.MOST);
        assertThat(choice.start()).isLessThanOrEqualTo(place);
        assertThat(choice.end()).isGreaterThan(place + 1);
    }
}
