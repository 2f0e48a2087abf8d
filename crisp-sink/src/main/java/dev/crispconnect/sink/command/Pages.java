package dev.crispconnect.sink.command;

/**
 * Which pages of a list are wanted.
 *
 * @param first from 1
 * @param count how many calls that is at most
 * @param size elements on each
 */
record Pages(int first, int count, int size) {

    private static final int MOST = 10;
    private static final int DEEPEST = 100_000;
    private static final int SMALLEST_SIZE = 20;
    private static final int LARGEST_SIZE = 50;

    /** The shape with the fields that say so. */
    static Shape in(Shape shape) {
        return shape.optional("page", Kinds.wholeBetween(1, DEEPEST))
                .optional("pages", Kinds.wholeBetween(1, MOST))
                .optional("per_page", Kinds.wholeBetween(SMALLEST_SIZE, LARGEST_SIZE));
    }

    /** One page of 50, the first, unless the fields say otherwise. */
    static Pages of(Fields fields) {
        return new Pages(fields.whole("page", 1), fields.whole("pages", 1), fields.whole("per_page", LARGEST_SIZE));
    }

    int last() {
        return first + count - 1;
    }
}
