package dev.crispconnect.source.feed;

import dev.crispconnect.source.position.Identities;
import dev.crispconnect.source.record.Draft;
import java.util.List;

/**
 * What is to be emitted for an element: one change, which is never split.
 *
 * @param drafts in the order in which they leave
 * @param identities of what has been emitted once the drafts are, each with the time until which it could be found again
 */
record Finding(List<Draft> drafts, List<Identities.Entry> identities) {

    Finding {
        drafts = List.copyOf(drafts);
        identities = List.copyOf(identities);
    }
}
