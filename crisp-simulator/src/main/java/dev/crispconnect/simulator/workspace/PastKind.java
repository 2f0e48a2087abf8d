package dev.crispconnect.simulator.workspace;

/** How a conversation of a made-up past stands. */
enum PastKind {
    /** Nobody has answered yet, so that the visitor waits since the first message. */
    PENDING(State.PENDING, Side.USER),
    /** The visitor wrote again after an answer, and waits since the last message. */
    WAITING(State.UNRESOLVED, Side.USER),
    /** The team answered last, and the visitor has not read it. */
    ANSWERED(State.UNRESOLVED, Side.OPERATOR),
    /** The team answered last, the visitor has read it, and it was resolved. */
    RESOLVED(State.RESOLVED, Side.OPERATOR);

    private static final PastKind[] CYCLE = {ANSWERED, RESOLVED, WAITING, RESOLVED, PENDING, RESOLVED, ANSWERED};

    final State state;
    /** Who wrote the last message. */
    final Side last;

    PastKind(State state, Side last) {
        this.state = state;
        this.last = last;
    }

    /** The kind of the conversation of that rank in the order of update. */
    static PastKind of(int rank, int messages) {
        PastKind kind = CYCLE[rank % CYCLE.length];
        boolean unanswered = messages == 0 || (messages == 1 && kind == WAITING);
        return unanswered ? PENDING : kind;
    }
}
