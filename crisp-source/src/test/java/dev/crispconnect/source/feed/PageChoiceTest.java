package dev.crispconnect.source.feed;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class PageChoiceTest {

    @Property
    void thePageHoldsThePlaceAndReachesFarBeyondIt(@ForAll @LongRange(max = 1_000_000) long place) {
        PageChoice choice = PageChoice.beyond(place);

        assertThat(choice.perPage()).isBetween(PageChoice.FEWEST, PageChoice.MOST);
        assertThat(choice.start()).isLessThanOrEqualTo(place);
        assertThat(choice.end()).isGreaterThan(place + PageChoice.FEWEST);
    }
}
