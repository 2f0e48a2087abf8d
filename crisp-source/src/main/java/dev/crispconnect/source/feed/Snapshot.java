package dev.crispconnect.source.feed;

import dev.crispconnect.source.position.Backfill;
import dev.crispconnect.source.position.Position;
import dev.crispconnect.source.position.Request;
import dev.crispconnect.source.position.Scope;
import dev.crispconnect.source.position.WalkOrder;

/**
 * What is wanted of the past. Pure.
 *
 * @param past whether anything is
 * @param since only what changed at or after this time, epoch milliseconds; {@link Scope#ALL} for everything
 * @param messages whether conversations come with the messages that they had
 * @param request asks for all of it once more when it is another one than before; empty for no
 */
public record Snapshot(boolean past, long since, boolean messages, String request) {

    /** All of it, once. */
    public static final Snapshot WHOLE = new Snapshot(true, Scope.ALL, true, "");

    /**
     * Where a unit begins that has no offset.
     *
     * @param first to begin with the whole past
     * @param order how it is walked
     */
    Position begin(Position first, WalkOrder order) {
        // what has changed since the floor counts as a change, whatever the bound, so the walk must not leave it out
        Scope scope = new Scope(Math.min(since, first.floor()), messages ? Scope.ALL : first.floor());
        return first.with(past ? Backfill.first(scope, order, first.floor()) : Backfill.DONE)
                .with(Request.met(request));
    }

    /** Where a unit goes on, and how a walk goes that begins now. */
    Position goOn(Position stored, WalkOrder order) {
        return asksFor(stored) ? stored.with(new Request(request, Backfill.of(again(), order))) : stored;
    }

    /** Whether the past is asked for once more. */
    boolean asksFor(Position stored) {
        return past && !request.isEmpty() && !request.equals(stored.request().id());
    }

    /** Live work has emitted, or will, whatever messages came since the unit began. */
    private Scope again() {
        return new Scope(since, messages ? Scope.ALL : Scope.NONE);
    }

    /** Named values for a log line. */
    String describe() {
        return "snapshot=" + (past ? "initial" : "none");
    }
}
