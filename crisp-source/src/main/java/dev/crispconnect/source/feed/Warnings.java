package dev.crispconnect.source.feed;

import dev.crispconnect.source.position.UnitKey;
import dev.crispconnect.source.position.WalkOrder;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a list turns out not to be. */
final class Warnings {

    private static final Logger LOG = LoggerFactory.getLogger(Warnings.class);

    private Warnings() {}

    static void ifCutShort(Walk<?> walk, UnitKey unit) {
        if (walk.cutShort()) {
            LOG.warn(
                    "Crisp said that its list goes on and then gave no more; what lies deeper is not read, as lists may"
                            + " be capped in depth: unit={}",
                    unit.asText());
        }
    }

    static void ofOrder(WalkOrder order, UnitKey unit) {
        LOG.warn(
                "Crisp's list is not newest first by the date that an element was {}; it is read to its end before the"
                        + " backfill goes on: unit={}",
                order.name().toLowerCase(Locale.ROOT),
                unit.asText());
    }
}
