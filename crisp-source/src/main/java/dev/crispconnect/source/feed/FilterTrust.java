package dev.crispconnect.source.feed;

import dev.crispconnect.client.CrispException;
import dev.crispconnect.source.position.UnitKey;
import dev.crispconnect.source.position.WalkOrder;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether Crisp's filter by date may be used: until the plan turns out not to include it, or a page that it is not what it is
 * documented to be. Then not for as long as the task runs.
 *
 * <p>For one thread.
 */
final class FilterTrust {

    private static final Logger LOG = LoggerFactory.getLogger(FilterTrust.class);

    private static final int NOT_IN_THE_PLAN = 402;

    private final UnitKey unit;
    private boolean allowed = true;
    private boolean honoured = true;

    FilterTrust(UnitKey unit) {
        this.unit = unit;
    }

    /** Whether lists may be filtered at all. */
    boolean allowed() {
        return allowed;
    }

    /** Whether a page may be held for everything up to its end, too. */
    boolean honoured() {
        return allowed && honoured;
    }

    /** Reads a page; empty when it is refused as it is filtered. */
    <T> Optional<ListPage<T>> read(Listing<T> listing, PageQuery query) throws InterruptedException {
        try {
            return Optional.of(listing.page(query));
        } catch (CrispException.Denied denied) {
            if (denied.status() != NOT_IN_THE_PLAN || !query.isFiltered()) {
                throw denied;
            }
            allowed = false;
            LOG.warn(
                    "The workspace's plan does not let lists be filtered by date. The past is read by page numbers, older"
                            + " conversations that are not wanted are listed, too, and passed over here: a call for each 41"
                            + " or so that there are: unit={}",
                    unit.asText());
            return Optional.empty();
        }
    }

    /** Whether a page shows nothing that is behind the end of its window. */
    <T> boolean isShown(ListPage<T> page, Window window, WalkOrder order) {
        boolean shown = page.items().stream().allMatch(item -> window.mayShow(item.date(order)));
        if (!shown) {
            distrust("shows what is newer than was asked for");
        }
        return shown;
    }

    /** Holds what was unread against a page that should have begun with it. */
    <T> void holdAgainst(List<Walk.Placed<T>> unread, ListPage<T> page, WalkOrder order) {
        long shown =
                page.items().stream().mapToLong(item -> item.date(order)).max().orElse(0);
        if (unread.stream().anyMatch(placed -> placed.item().date(order) > shown)) {
            distrust("leaves out what was asked for");
        }
    }

    private void distrust(String what) {
        if (honoured) {
            honoured = false;
            LOG.warn(
                    "Crisp's filter by date {}. The past is read by page numbers instead: a call for each 41 or so"
                            + " elements: unit={}",
                    what,
                    unit.asText());
        }
    }
}
