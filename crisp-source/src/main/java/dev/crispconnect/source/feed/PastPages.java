package dev.crispconnect.source.feed;

import dev.crispconnect.client.ListOrder;
import dev.crispconnect.source.position.Backfill;
import dev.crispconnect.source.position.Scope;
import dev.crispconnect.source.position.UnitKey;
import dev.crispconnect.source.position.WalkOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The pages of a unit's past. Where Crisp's filter compares the date by which the past is walked, each page is the beginning of a
 * {@link Window}; elsewhere pages are asked for by number. So they are, too, where the filter is not what it is documented to be,
 * or not in the workspace's plan.
 *
 * <p>For one thread.
 */
final class PastPages<T> {

    /** Whether bounds are exact is not known; what comes too much is passed over by whoever asked. */
    private static final long FILTER_MARGIN_MS = 1_000;

    private final Listing<T> listing;
    private final CrispClock clock;
    private final UnusualSizes sizes;
    private final FilterTrust trust;
    private final UnitKey unit;

    /** Where reading goes on from a date, as far as the offset does not say it. */
    private Window window = Window.whole(-1);

    private long windowOf = Long.MAX_VALUE;

    PastPages(UnitKey unit, Listing<T> listing, CrispClock clock, UnusualSizes sizes) {
        this.unit = unit;
        this.listing = listing;
        this.clock = clock;
        this.sizes = sizes;
        this.trust = new FilterTrust(unit);
    }

    /**
     * One step of the walk through the past.
     *
     * @param items not read before, newest first
     * @param last whether the past ends here
     * @param reached the date that is reached when all of it has been emitted
     * @param behind where the next page is then
     */
    record Past<T>(List<Walk.Placed<T>> items, boolean last, AsOf asOf, long reached, Window behind) {}

    /** A page, and as which it was asked for. */
    private record Reply<T>(PageChoice asked, ListPage<T> page) {}

    /** The next page that the backfill has not covered. */
    Past<T> past(Backfill backfill) throws InterruptedException {
        Past<T> past = isByDate(backfill.order()) && backfill.cursor() != Long.MAX_VALUE
                ? byDate(backfill)
                : byNumber(backfill, backfill.index());
        window = past.behind();
        windowOf = past.reached();
        return past;
    }

    /** Asks for the page that comes next when all of another has been emitted. It may turn out not to be the one. */
    void askForPageBehind(Past<T> past, Backfill backfill) {
        Window behind = past.behind();
        PageChoice choice = behind.place() < 0 ? new PageChoice(1, PageChoice.MOST) : PageChoice.beyond(behind.place());
        listing.askForPast(query(choice, backfill, behind));
    }

    void forgetAsked() {
        listing.forgetAskedPast();
    }

    private boolean isByDate(WalkOrder order) {
        return trust.honoured() && order == listing.filteredBy();
    }

    private Past<T> byDate(Backfill backfill) throws InterruptedException {
        Window here = windowOf == backfill.cursor() && !window.isWhole() ? window : Window.from(backfill.cursor());
        Walk<T> walk = walk(backfill, here.place());
        while (true) {
            Optional<Reply<T>> read = read(walk, backfill, here);
            if (read.isEmpty() || !trust.isShown(read.get().page(), here, backfill.order())) {
                return byNumber(backfill, backfill.index());
            }
            Reply<T> reply = read.get();
            if (reply.asked().start() == 0 && !walk.isContinuedBy(reply.page())) {
                return withoutOverlap(backfill, reply.page());
            }
            List<Walk.Placed<T>> unread = walk.take(reply.asked(), reply.page());
            if (!walk.inOrder()) {
                return whole(backfill, clock.read(reply.page()));
            }
            if (!unread.isEmpty() || walk.ended()) {
                Window behind = here.after(walk.reached(), walk.place(), newest(reply.page(), backfill));
                return past(backfill, walk, counted(unread, backfill), reply, behind);
            }
        }
    }

    /**
     * What this page should have begun with may have been removed, or has changed. Or the filter leaves out what it should not:
     * the list without a filter tells, and whatever it shows is read off it.
     */
    private Past<T> withoutOverlap(Backfill backfill, ListPage<T> page) throws InterruptedException {
        // in front of it, or there would be nothing to go on from here either
        Past<T> past = byNumber(backfill, Math.max(-1, backfill.index() - 1));
        trust.holdAgainst(past.items(), page, backfill.order());
        return past;
    }

    private Past<T> byNumber(Backfill backfill, long place) throws InterruptedException {
        Walk<T> walk = walk(backfill, place);
        while (true) {
            Reply<T> reply = readSurely(walk, backfill);
            List<Walk.Placed<T>> unread = walk.take(reply.asked(), reply.page());
            if (!walk.inOrder()) {
                return whole(backfill, clock.read(reply.page()));
            }
            if (!unread.isEmpty() || walk.ended()) {
                Warnings.ifCutShort(walk, unit);
                return past(backfill, walk, unread, reply, behind(backfill, walk, unread));
            }
        }
    }

    private Window behind(Backfill backfill, Walk<T> walk, List<Walk.Placed<T>> unread) {
        if (isByDate(backfill.order())) {
            return Window.from(walk.reached());
        }
        return Window.whole(
                unread.isEmpty() ? walk.place() : unread.get(unread.size() - 1).place());
    }

    private Past<T> past(Backfill backfill, Walk<T> walk, List<Walk.Placed<T>> items, Reply<T> reply, Window behind) {
        boolean rest = backfill.order() == WalkOrder.CREATED
                || walk.reached() >= backfill.scope().changedFrom();
        return new Past<>(items, walk.ended() || !rest, clock.read(reply.page()), walk.reached(), behind);
    }

    /** By how many the walk has come, in place of where they are in the window. */
    private static <T> List<Walk.Placed<T>> counted(List<Walk.Placed<T>> unread, Backfill backfill) {
        List<Walk.Placed<T>> counted = new ArrayList<>(unread.size());
        for (Walk.Placed<T> placed : unread) {
            counted.add(new Walk.Placed<>(placed.item(), backfill.index() + 1 + counted.size()));
        }
        return counted;
    }

    private static <T> long newest(ListPage<T> page, Backfill backfill) {
        return page.items().stream()
                .mapToLong(item -> item.date(backfill.order()))
                .max()
                .orElse(0);
    }

    private Walk<T> walk(Backfill backfill, long place) {
        return Walk.resumed(
                item -> item.date(backfill.order()),
                backfill.cursor(),
                backfill.tied().asSet(),
                place);
    }

    /** Read whole and put into the order that the cursor needs. */
    private Past<T> whole(Backfill backfill, AsOf asOf) throws InterruptedException {
        Warnings.ofOrder(backfill.order(), unit);
        List<Walk.Placed<T>> everything = new ArrayList<>();
        Walk<T> walk = Walk.exhaustive();
        while (!walk.ended()) {
            Reply<T> reply = readSurely(walk, backfill);
            everything.addAll(walk.take(reply.asked(), reply.page()));
        }
        Warnings.ifCutShort(walk, unit);
        everything.sort(Comparator.comparingLong(
                        (Walk.Placed<T> placed) -> placed.item().date(backfill.order()))
                .reversed());
        return new Past<>(everything, true, asOf, Long.MIN_VALUE, Window.whole(walk.place()));
    }

    private Reply<T> readSurely(Walk<T> walk, Backfill backfill) throws InterruptedException {
        Window whole = Window.whole(walk.place());
        Optional<Reply<T>> reply = read(walk, backfill, whole);
        return reply.isPresent() ? reply.get() : read(walk, backfill, whole).orElseThrow();
    }

    /**
     * Where nothing newer may be missing, a page from the cache is asked for once more in a way that the cache does not know: where
     * the walk begins. By update date an old page shows what has changed since as it was, so there none may be from the cache.
     * Empty when the filter is refused.
     */
    private Optional<Reply<T>> read(Walk<T> walk, Backfill backfill, Window of) throws InterruptedException {
        int further = backfill.cursor() == Long.MAX_VALUE ? 1 : 0;
        further = backfill.order() == WalkOrder.UPDATED ? UnusualSizes.COUNT : further;
        PageChoice choice = walk.next();
        Optional<ListPage<T>> page = trust.read(listing, query(choice, backfill, of));
        while (page.isPresent() && page.get().cached() && further > 0) {
            further--;
            choice = walk.next(sizes.unusual());
            page = trust.read(listing, query(choice, backfill, of));
        }
        PageChoice asked = choice;
        return page.map(found -> new Reply<>(asked, found));
    }

    private PageQuery query(PageChoice choice, Backfill backfill, Window of) {
        ListOrder order = backfill.order() == WalkOrder.CREATED ? ListOrder.CREATED : ListOrder.UPDATED;
        long changedFrom = backfill.scope().changedFrom();
        boolean filtered = changedFrom != Scope.ALL && listing.filteredBy() == WalkOrder.UPDATED && trust.allowed();
        long from = filtered ? changedFrom - FILTER_MARGIN_MS : Scope.ALL;
        return new PageQuery(choice, order, from, of.end());
    }
}
