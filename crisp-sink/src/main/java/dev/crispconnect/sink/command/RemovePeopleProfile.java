package dev.crispconnect.sink.command;

import dev.crispconnect.client.People;
import java.util.List;

/**
 * Removes a profile (Crisp API reference, section 3.11). One that is gone already is what was asked for.
 */
public record RemovePeopleProfile(Target target) implements Command {

    static final CommandType TYPE = new CommandType(
            "remove_people_profile",
            List.of("remove_profile"),
            Profiles.ADDRESSED,
            fields -> new RemovePeopleProfile(fields.profile()));

    @Override
    public String name() {
        return TYPE.name();
    }

    @Override
    public Step begin(String commandId) {
        return Step.ask(People.remove(target.websiteId(), target.peopleId()), removed -> Step.done())
                .whenMissing(Step::repeated);
    }
}
