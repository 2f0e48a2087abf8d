package dev.crispconnect.sink.command;

/**
 * Why a record is no command. It names fields and kinds, never a value, as its text is published with dead letters. Thrown
 * and caught inside this package only; carries no stack trace, as the fault lies in the record.
 */
final class Mistake extends Exception {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 64;

    private final String path;
    private final String problem;

    private Mistake(String path, String problem) {
        super(null, null, false, false);
        this.path = path;
        this.problem = problem;
    }

    /** About the record as a whole. */
    static Mistake of(String problem) {
        return new Mistake("", problem);
    }

    /** About one field. */
    static Mistake of(String field, String problem) {
        return new Mistake(shown(field), problem);
    }

    static Mistake expected(String words, Object found) {
        return new Mistake("", "expected " + words + ", found " + Kinds.describe(found));
    }

    /** The same, seen from the object or list that holds the value. */
    Mistake in(String holder) {
        if (path.isEmpty()) {
            return new Mistake(shown(holder), problem);
        }
        return new Mistake(shown(holder) + (path.startsWith("[") ? "" : ".") + path, problem);
    }

    @Override
    public String getMessage() {
        return path.isEmpty() ? problem : "field '" + path + "': " + problem;
    }

    /** A name that came with the record, fit to be printed. */
    static String shown(String name) {
        String start = name.length() > SHOWN ? name.substring(0, SHOWN) + "..." : name;
        return start.replaceAll("[^\\p{Graph} ]", "?");
    }
}
