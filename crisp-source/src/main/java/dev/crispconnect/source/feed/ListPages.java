package dev.crispconnect.source.feed;

import dev.crispconnect.client.Answer;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Makes {@link ListPage}s of answers. */
final class ListPages {

    private ListPages() {}

    /** What Crisp does behind the end of a list is not documented: an empty answer and "not found" mean the same. */
    static <T> ListPage<T> of(Optional<Answer<List<T>>> answer, Function<T, Item<T>> item) {
        return answer.map(page -> new ListPage<>(
                        page.data().stream().map(item).toList(), page.moreFollows(), page.serverTime(), page.cached()))
                .orElseGet(() -> new ListPage<>(List.of(), false, null, false));
    }
}
