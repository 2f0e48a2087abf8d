package dev.crispconnect.simulator.workspace;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * A sorted set whose elements are found by their place too, so that the last page of a list costs what the first one does.
 * Elements lie in runs of bounded length: a change moves one run, a place is found by counting runs. Not thread-safe.
 */
final class RankedSet<T> {

    private static final int LONGEST_RUN = 512;

    private final Comparator<? super T> order;
    private final List<List<T>> runs = new ArrayList<>();
    private int size;

    /** @param order a total one: elements that compare as equal are the same element */
    RankedSet(Comparator<? super T> order) {
        this.order = order;
    }

    int size() {
        return size;
    }

    /** Adds an element that is not in it yet. */
    void add(T element) {
        int number = Math.max(0, Math.min(runWith(element), runs.size() - 1));
        if (runs.isEmpty()) {
            runs.add(new ArrayList<>());
        }
        List<T> run = runs.get(number);
        run.add(-Collections.binarySearch(run, element, order) - 1, element);
        size++;
        if (run.size() > LONGEST_RUN) {
            List<T> upperHalf = run.subList(run.size() / 2, run.size());
            runs.add(number + 1, new ArrayList<>(upperHalf));
            upperHalf.clear();
        }
    }

    /** Removes an element that is in it. */
    void remove(T element) {
        int number = runWith(element);
        List<T> run = runs.get(number);
        run.remove(Collections.binarySearch(run, element, order));
        size--;
        if (run.isEmpty()) {
            runs.remove(number);
        }
    }

    /**
     * How many elements come before the first that does not hold.
     *
     * @param holds true for a beginning of the set and false for the rest
     */
    int countWhile(Predicate<? super T> holds) {
        int count = 0;
        for (List<T> run : runs) {
            if (!holds.test(run.get(run.size() - 1))) {
                return count + (int) run.stream().takeWhile(holds).count();
            }
            count += run.size();
        }
        return count;
    }

    /** The elements from one place, inclusive, to another, exclusive. */
    List<T> slice(int from, int to) {
        List<T> slice = new ArrayList<>(Math.max(0, to - from));
        int start = 0;
        for (List<T> run : runs) {
            int first = Math.max(from - start, 0);
            int end = Math.min(to - start, run.size());
            if (first < end) {
                slice.addAll(run.subList(first, end));
            }
            start += run.size();
        }
        return slice;
    }

    /** The first run that ends with the element or after it. */
    private int runWith(T element) {
        int low = 0;
        int high = runs.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            List<T> run = runs.get(middle);
            if (order.compare(run.get(run.size() - 1), element) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
