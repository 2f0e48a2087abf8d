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

    /** Removes an element if it is in it. */
    boolean remove(T element) {
        int number = runWith(element);
        if (number == runs.size()) {
            return false;
        }
        List<T> run = runs.get(number);
        int index = Collections.binarySearch(run, element, order);
        if (index < 0) {
            return false;
        }
        run.remove(index);
        size--;
        if (run.isEmpty()) {
            runs.remove(number);
        }
        return true;
    }

    /** The element at a place, from 0 and below {@link #size}. */
    T get(int place) {
        int left = place;
        for (List<T> run : runs) {
            if (left < run.size()) {
                return run.get(left);
            }
            left -= run.size();
        }
        throw new IndexOutOfBoundsException(place);
    }

    /**
     * How many elements come before the first that does not hold.
     *
     * @param holds true for a beginning of the set and false for the rest
     */
    int countWhile(Predicate<? super T> holds) {
        int number = firstWithout(runs, run -> holds.test(run.get(run.size() - 1)));
        int count = number == runs.size() ? 0 : firstWithout(runs.get(number), holds);
        for (List<T> run : runs.subList(0, number)) {
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
        return firstWithout(runs, run -> order.compare(run.get(run.size() - 1), element) < 0);
    }

    private static <E> int firstWithout(List<E> list, Predicate<? super E> holds) {
        int low = 0;
        int high = list.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (holds.test(list.get(middle))) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
