package dev.crispconnect.sink.command;

import dev.crispconnect.client.People;
import dev.crispconnect.client.ProfileQuery;
import dev.crispconnect.client.people.Profile;
import java.util.List;
import java.util.Set;

/**
 * Looks profiles up (Crisp API reference, section 3.11).
 *
 * @param query the first page of what is wanted
 * @param room how many bytes the response may have
 */
public record ListPeopleProfiles(Target target, Pages pages, ProfileQuery query, int room) implements LookUp {

    static final CommandType TYPE = new CommandType(
            "list_people_profiles",
            List.of(),
            Pages.in(CommandType.COMMON)
                    .optional("order", Kinds.oneOf(Set.of("created", "updated")))
                    .optional("search_text", Kinds.TEXT)
                    .optional("search_filter", SearchClauses.SHAPE)
                    .optional(Kinds.TIME, "created_from", "created_to"),
            ListPeopleProfiles::read);

    @Override
    public String name() {
        return TYPE.name();
    }

    @Override
    public Step begin(String commandId) {
        return new PageWalk<>(
                        "profiles",
                        ResponseDraft.within(room),
                        page -> People.list(target.websiteId(), at(page)),
                        Profile::peopleId)
                .begin(pages);
    }

    private ProfileQuery at(int page) {
        return new ProfileQuery(
                page,
                query.perPage(),
                query.order(),
                query.searchText(),
                query.searchFilter(),
                query.createdFrom(),
                query.createdTo());
    }

    private static ListPeopleProfiles read(Fields fields) throws Mistake {
        fields.checkSpan("created_from", "created_to");
        Pages pages = Pages.of(fields);
        ProfileQuery query = new ProfileQuery(
                pages.first(),
                pages.size(),
                ListConversations.order(fields.text("order")),
                fields.text("search_text"),
                SearchClauses.of(fields.object("search_filter"), "people"),
                fields.time("created_from"),
                fields.time("created_to"));
        return new ListPeopleProfiles(Target.website(fields.websiteId()), pages, query, fields.room());
    }
}
