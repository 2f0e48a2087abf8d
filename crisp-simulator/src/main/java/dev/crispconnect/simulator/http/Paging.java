package dev.crispconnect.simulator.http;

import dev.crispconnect.simulator.switches.AnswerSwitch;
import dev.crispconnect.simulator.switches.AnswerSwitch.Partial;
import dev.crispconnect.simulator.switches.AnswerSwitch.PastTheEnd;
import dev.crispconnect.simulator.switches.AnswerSwitch.PerPageOutOfRange;
import dev.crispconnect.simulator.switches.Switches;
import dev.crispconnect.simulator.workspace.ConversationQuery.Page;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Lists by page number (Crisp API reference, sections 3.1 and 3.11): 20 to 50 a page, from page 1. */
record Paging(Switches switches) {

    /** Elements of a page whose size cannot be chosen; the fewest of one whose size can. */
    static final int SMALLEST = 20;

    private static final int LARGEST = 50;

    /** The page in the path; 1 when the path has none. */
    int page(Call call) {
        String segment = call.path().getOrDefault("page", "1");
        try {
            int page = Integer.parseInt(segment);
            if (page >= 1) {
                return page;
            }
        } catch (NumberFormatException e) {
            throw Refusal.invalid("params.page_number should be integer", e);
        }
        throw Refusal.invalid("params.page_number should be >= 1");
    }

    int perPage(Query query) {
        int wanted = query.number("per_page").orElse(SMALLEST);
        int nearest = Math.max(SMALLEST, Math.min(LARGEST, wanted));
        if (wanted != nearest && switches.get(AnswerSwitch.PER_PAGE_OUT_OF_RANGE) == PerPageOutOfRange.REFUSE) {
            throw Refusal.invalid("query.per_page should be " + (wanted < nearest ? ">= " : "<= ") + nearest);
        }
        return nearest;
    }

    /** The page that a request names of a list whose pages are all of one size. */
    <T> Answer answer(Call call, List<T> all, Function<T, Map<String, Object>> encoder) {
        int number = page(call);
        return answer(number, Page.of(all, number, SMALLEST), element -> JsonText.of(encoder.apply(element)));
    }

    <T> Answer answer(int pageNumber, Page<T> page, Function<T, Buffer> encoder) {
        if (page.items().isEmpty()
                && pageNumber > 1
                && switches.get(AnswerSwitch.PAST_THE_END) == PastTheEnd.NOT_FOUND) {
            throw Refusal.of(404, "page_not_found");
        }
        Buffer data = JsonText.array(page.items().stream().map(encoder).toList());
        return Answer.listed(page.more() || switches.get(AnswerSwitch.PARTIAL) == Partial.ALWAYS, data);
    }
}
