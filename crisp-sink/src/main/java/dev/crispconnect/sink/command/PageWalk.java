package dev.crispconnect.sink.command;

import dev.crispconnect.client.Answer;
import dev.crispconnect.client.Call;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * Reads some pages of a list. Crisp's lists move while they are read (Crisp API reference, section 3.1): what comes twice is
 * told once, what slips from an unread page to a read one is missed.
 *
 * @param name of the list in the response
 * @param draft the response
 * @param call asks for a page by its number
 * @param id what tells an element from the others
 */
record PageWalk<T extends Record>(
        String name, ResponseDraft draft, IntFunction<Call<List<T>>> call, Function<T, String> id) {

    /** The first step. */
    Step begin(Pages pages) {
        return read(pages.first(), pages, draft.list(Integer.MAX_VALUE), Set.of());
    }

    private Step read(int number, Pages pages, ResponseList list, Set<String> seen) {
        return Step.ask(call.apply(number), answer -> took(answer, number, pages, list, seen))
                // past the end Crisp may answer an empty page or none
                .whenMissing(() -> number == 1 ? NotFound.website() : answered(list, null));
    }

    private Step took(Answer<List<T>> answer, int number, Pages pages, ResponseList list, Set<String> seen) {
        List<T> fresh = new ArrayList<>();
        Set<String> known = new HashSet<>(seen);
        for (T element : answer.data()) {
            if (known.add(id.apply(element))) {
                fresh.add(element);
            }
        }
        ResponseList longer = list.plus(fresh);
        if (longer.cut()) {
            return answered(longer, number);
        }
        if (!answer.moreFollows() || answer.data().isEmpty()) {
            return answered(longer, null);
        }
        return number == pages.last() ? answered(longer, number + 1) : read(number + 1, pages, longer, known);
    }

    /** @param next the page where the list goes on; null when it ended */
    private Step answered(ResponseList list, Integer next) {
        return draft.with(name, list.elements(), next != null)
                .with("next_page", next)
                .answer();
    }
}
