package dev.crispconnect.sink.command;

import dev.crispconnect.client.People;
import dev.crispconnect.client.people.Profile;
import java.util.List;

/**
 * Looks a profile up, with its custom data (Crisp API reference, section 3.11).
 *
 * @param room how many bytes the response may have
 */
public record GetPeopleProfile(Target target, int room) implements LookUp {

    static final CommandType TYPE = new CommandType(
            "get_people_profile",
            List.of(),
            CommandType.COMMON.optional(Kinds.TEXT, "people_id", "email"),
            fields -> new GetPeopleProfile(Target.profile(fields.websiteId(), address(fields)), fields.room()));

    @Override
    public String name() {
        return TYPE.name();
    }

    @Override
    public Step begin(String commandId) {
        return Step.ask(People.get(target.websiteId(), target.peopleId()), found -> data(found.data()))
                .whenMissing(NotFound::profile);
    }

    private Step data(Profile profile) {
        ResponseDraft draft = ResponseDraft.within(room).with("profile", profile);
        return Step.ask(
                        People.data(target.websiteId(), profile.peopleId()),
                        data -> draft.with("profile_data", data.data()).answer())
                .whenMissing(draft::answer);
    }

    private static String address(Fields fields) throws Mistake {
        if (fields.has("people_id") && fields.has("email")) {
            throw Mistake.of("email", "given beside 'people_id', expected one of the two");
        }
        String given = fields.text("people_id", fields.text("email"));
        String address = given == null ? fields.key().fieldOrText("people_id") : given;
        if (address == null) {
            throw Mistake.of("people_id", "missing, expected text here or as the record's key, or 'email'");
        }
        return address;
    }
}
