package dev.crispconnect.simulator.workspace;

import dev.crispconnect.simulator.workspace.ListOrder.Place;

/** Conversations of one origin in the order of a list, by index from 0. Lists are merged from several. */
interface Run {

    int size();

    Place place(int index);

    /** How many of them come before a place, be it one of theirs or not. */
    int before(Place place);

    ConversationTraits traits(int index);

    Conversation conversation(int index);
}
