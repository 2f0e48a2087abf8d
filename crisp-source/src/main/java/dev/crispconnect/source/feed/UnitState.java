package dev.crispconnect.source.feed;

import dev.crispconnect.source.position.UnitPosition;
import java.util.Optional;

/**
 * How a unit is between two changes.
 *
 * @param position where to resume from now; empty before there is one
 * @param live whether it is told of everything, and what happened before has been read
 * @param queued how many pieces of reading events have called for that are still to be done
 */
record UnitState(Optional<UnitPosition> position, boolean live, int queued) {}
