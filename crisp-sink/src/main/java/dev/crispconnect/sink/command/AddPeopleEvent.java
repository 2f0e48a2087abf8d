package dev.crispconnect.sink.command;

import dev.crispconnect.client.Answer;
import dev.crispconnect.client.People;
import dev.crispconnect.client.people.ProfileEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Adds an event to a profile's history (Crisp API reference, section 3.11). Crisp takes no identity for an event, so a mark
 * made from the command's id goes into its data. After a lost answer the newest events are looked through for it.
 *
 * @param color as Crisp names it; null for none
 */
public record AddPeopleEvent(Target target, String text, Map<String, Object> data, String color) implements Command {

    private static final String MARK = "crispconnect_event";

    static final CommandType TYPE = new CommandType(
            "add_people_event",
            List.of("add_event"),
            Profiles.ADDRESSED
                    .required("text", Kinds.TEXT)
                    .optional("data", Kinds.DATA)
                    .optional("color", Kinds.TEXT),
            AddPeopleEvent::read);

    @Override
    public String name() {
        return TYPE.name();
    }

    @Override
    public Step begin(String commandId) {
        String mark = Long.toString(Fingerprint.of(commandId, "event"));
        Map<String, Object> marked = new LinkedHashMap<>(data);
        marked.put(MARK, mark);
        Step.Lookup<?> lookup = new Step.Lookup<>(
                People.events(target.websiteId(), target.peopleId(), 1),
                newest -> holds(mark, newest) ? Step.repeated() : null,
                true);
        return Profiles.refusedWhenMissing(Step.ask(
                        People.addEvent(target.websiteId(), target.peopleId(), text, marked, color),
                        added -> Step.done())
                .lookedUpBy(lookup));
    }

    private static boolean holds(String mark, Answer<List<ProfileEvent>> events) {
        return events.data().stream().anyMatch(event -> mark.equals(event.data().get(MARK)));
    }

    private static AddPeopleEvent read(Fields fields) throws Mistake {
        Map<String, Object> data = fields.has("data") ? fields.object("data") : Map.of();
        return new AddPeopleEvent(fields.profile(), fields.text("text"), data, fields.text("color"));
    }
}
