package dev.crispconnect.quickstart;

import java.util.function.Function;

/**
 * A point in the life of a worker at which it is killed.
 *
 * @param words when it comes, as the end of the sentence "killed ..."
 * @param lookOut begins to look out for it
 */
record KillPoint(String words, Function<Scene, Watch> lookOut) {}
