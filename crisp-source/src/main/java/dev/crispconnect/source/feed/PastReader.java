package dev.crispconnect.source.feed;

import dev.crispconnect.source.position.Backfill;
import dev.crispconnect.source.position.Position;
import dev.crispconnect.source.position.UnitKey;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the past of a unit, page by page: for the first time, then once more where that was asked for. The two have a cursor
 * each, as the first one tells of every element whether its history has been emitted.
 *
 * <p>For one thread.
 */
final class PastReader<T> {

    private static final Logger LOG = LoggerFactory.getLogger(PastReader.class);

    /** Clocks are set, so a budget that is closed until midnight is asked again. */
    private static final Duration RETRY = Duration.ofMinutes(1);

    private static final Duration NEVER = Duration.ofDays(1);

    private final Purse purse;
    private final UnitKey unit;
    private final Listing<T> listing;
    private final PastPages<T> pages;
    private final Elements<T> elements;
    private final Progress progress;
    private final PastReport report;

    PastReader(
            Follower.Followed<T> followed,
            PastPages<T> pages,
            Elements<T> elements,
            Progress progress,
            PastReport report) {
        this.purse = followed.purse();
        this.unit = followed.purse().unit();
        this.listing = followed.listing();
        this.pages = pages;
        this.elements = elements;
        this.progress = progress;
        this.report = report;
    }

    /** How long there is nothing to be read. */
    Duration untilNext() {
        if (progress.position().walk().done()) {
            return NEVER;
        }
        return purse.allowance().allowsPast() ? Duration.ZERO : RETRY;
    }

    /** Reads a page, if there is more of the past and there are calls for it. */
    void step() throws InterruptedException {
        if (!untilNext().isZero()) {
            return;
        }
        purse.forPast();
        report.pageBegins(progress.position());
        try {
            emit(pages.past(progress.position().walk()));
        } catch (PastPostponed postponed) {
            forgetAsked();
            LOG.info("The past is read on when there are calls for it again: unit={}", unit.asText());
        } finally {
            purse.forChanges();
            report.pageEnds(progress.position());
        }
    }

    /** A look comes next: what it leaves to the past is not on a page that was asked for before. */
    void forgetAsked() {
        pages.forgetAsked();
    }

    /** Emits a page that was read when the unit began. */
    void begin(PastPages.Past<T> past) throws InterruptedException {
        report.pageBegins(progress.position());
        emit(past);
        report.pageEnds(progress.position());
    }

    private void emit(PastPages.Past<T> past) throws InterruptedException {
        boolean again = progress.position().repeats();
        emitItems(past, again);
        if (past.last()) {
            Position after = progress.position();
            progress.reach(again ? repeated(after, Backfill.DONE) : after.with(Backfill.DONE));
            LOG.info("The past is read; from now on only changes are: unit={} again={}", unit.asText(), again);
        } else if (report.wantsTotal()) {
            report.total(listing.total());
        }
        progress.reached();
    }

    /** In the order of the list, whatever is answered first. No look comes between what is asked here and what is emitted. */
    private void emitItems(PastPages.Past<T> past, boolean again) throws InterruptedException {
        List<Walk.Placed<T>> items = past.items();
        int unasked = 0;
        try {
            for (int i = 0; i < items.size(); i++) {
                int from = Math.max(unasked, i);
                unasked = ask(items, from);
                if (from < items.size() && unasked == items.size() && !past.last()) {
                    pages.askForPageBehind(past, progress.position().walk());
                }
                emit(items.get(i), again, past.last() && i == items.size() - 1);
                report.passed();
            }
        } finally {
            elements.forgetAsked();
        }
    }

    /** Asks for elements from a place on, and returns the place of the first one that was not. */
    private int ask(List<Walk.Placed<T>> items, int from) {
        int next = from;
        while (next < items.size() && elements.mayAsk() && purse.allowsEarly()) {
            elements.ask(items.get(next).item());
            next++;
        }
        return next;
    }

    private void emit(Walk.Placed<T> placed, boolean again, boolean last) throws InterruptedException {
        if (again) {
            elements.again(placed.item(), after -> repeated(after, last ? Backfill.DONE : beyond(after, placed)));
        } else {
            elements.past(placed.item(), after -> after.with(last ? Backfill.DONE : beyond(after, placed)));
        }
    }

    /** The walk that is being made, which is the first one as long as that is not done. */
    private static <T> Backfill beyond(Position position, Walk.Placed<T> placed) {
        Backfill walk = position.walk();
        return walk.reached(placed.item().date(walk.order()), placed.item().identity(), placed.place());
    }

    private static Position repeated(Position position, Backfill further) {
        return position.with(position.request().walked(further));
    }
}
