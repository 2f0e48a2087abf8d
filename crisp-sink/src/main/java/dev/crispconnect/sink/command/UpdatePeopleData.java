package dev.crispconnect.sink.command;

import dev.crispconnect.client.People;
import java.util.List;
import java.util.Map;

/**
 * Merges data into a profile's, or replaces them (Crisp API reference, section 3.11).
 *
 * @param replace whether the other data go
 */
public record UpdatePeopleData(Target target, Map<String, Object> data, boolean replace) implements Command {

    static final CommandType TYPE = new CommandType(
            "update_people_data",
            List.of("update_data"),
            Profiles.ADDRESSED.required("data", Kinds.DATA).optional("mode", Mode.KIND),
            UpdatePeopleData::read);

    @Override
    public String name() {
        return TYPE.name();
    }

    @Override
    public Step begin(String commandId) {
        return Profiles.refusedWhenMissing(Step.ask(
                replace
                        ? People.saveData(target.websiteId(), target.peopleId(), data)
                        : People.updateData(target.websiteId(), target.peopleId(), data),
                written -> Step.done()));
    }

    private static UpdatePeopleData read(Fields fields) throws Mistake {
        Map<String, Object> data = fields.object("data");
        if (data.isEmpty() && !Mode.isReplace(fields)) {
            throw Mistake.of("data", "empty, which changes nothing unless 'mode' is replace");
        }
        return new UpdatePeopleData(fields.profile(), data, Mode.isReplace(fields));
    }
}
