package dev.crispconnect.simulator.access;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a token may read and write (Crisp API reference, section 1.3). Each scope has a form for reading and one for writing;
 * neither includes the other. Immutable.
 */
public final class Scopes {

    private static final String READ = ":read";
    private static final String WRITE = ":write";
    private static final Scopes EVERYTHING = new Scopes(null);

    // such as website:conversation:messages:read; null when the token is not held to scopes
    private final Set<String> words;

    private Scopes(Set<String> words) {
        this.words = words;
    }

    /** Of a token that is not held to scopes: a website's, a user's, a plugin's for development. */
    public static Scopes everything() {
        return EVERYTHING;
    }

    /** Of a plugin's production token that was granted nothing yet: continue with {@link #reading} and {@link #writing}. */
    public static Scopes none() {
        return new Scopes(Set.of());
    }

    /**
     * Reads scopes as they are written down.
     *
     * @param words such as {@code website:conversation:messages:read}
     * @throws IllegalArgumentException when one ends neither in {@code :read} nor in {@code :write}
     */
    public static Scopes parse(Collection<String> words) {
        for (String word : words) {
            if (!word.endsWith(READ) && !word.endsWith(WRITE)) {
                throw new IllegalArgumentException("The scope " + word + " should end in :read or :write.");
            }
        }
        return new Scopes(Set.copyOf(words));
    }

    /** These, and reading with these scopes, such as {@code website:conversation:messages}. */
    public Scopes reading(String... scopes) {
        return with(READ, scopes);
    }

    /** These, and writing with these scopes, such as {@code website:conversation:messages}. */
    public Scopes writing(String... scopes) {
        return with(WRITE, scopes);
    }

    /** Whether it lets everything pass because the token is not held to scopes. */
    public boolean unlimited() {
        return words == null;
    }

    /** Whether that may be read, such as {@code website:conversation:messages}. */
    public boolean mayRead(String scope) {
        return unlimited() || words.contains(scope + READ);
    }

    /** Whether that may be written, such as {@code website:conversation:messages}. */
    public boolean mayWrite(String scope) {
        return unlimited() || words.contains(scope + WRITE);
    }

    /** What {@link #parse} reads, sorted; empty when {@link #unlimited}. */
    public List<String> words() {
        return unlimited() ? List.of() : words.stream().sorted().toList();
    }

    private Scopes with(String suffix, String... scopes) {
        if (unlimited()) {
            return this;
        }
        Set<String> more = new TreeSet<>(words);
        for (String scope : scopes) {
            more.add(scope + suffix);
        }
        return new Scopes(Set.copyOf(more));
    }

    @Override
    public String toString() {
        return unlimited() ? "everything" : words().toString();
    }
}
