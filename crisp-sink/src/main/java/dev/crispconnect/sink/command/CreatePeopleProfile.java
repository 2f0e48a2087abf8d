package dev.crispconnect.sink.command;

import dev.crispconnect.client.Answer;
import dev.crispconnect.client.People;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes a profile (Crisp API reference, section 3.11). What Crisp does with an address that another profile has is not
 * documented; one that refuses it refuses the command.
 *
 * @param card with the address
 */
public record CreatePeopleProfile(Target target, Map<String, Object> card) implements Command {

    static final CommandType TYPE = new CommandType(
            "create_people_profile",
            List.of("create_profile"),
            ProfileCard.in(CommandType.COMMON),
            CreatePeopleProfile::read);

    @Override
    public String name() {
        return TYPE.name();
    }

    @Override
    public Step begin(String commandId) {
        Step.Lookup<?> lookup = new Step.Lookup<>(
                People.get(target.websiteId(), target.peopleId()),
                found -> new Step.Done(true, null, found.data().peopleId()),
                false);
        return Step.ask(People.create(target.websiteId(), card), CreatePeopleProfile::created)
                .lookedUpBy(lookup);
    }

    private static Step created(Answer<String> answer) {
        return new Step.Done(false, null, answer.data());
    }

    private static CreatePeopleProfile read(Fields fields) throws Mistake {
        String email = fields.text("email", fields.key().fieldOrText("email"));
        if (email == null) {
            throw Mistake.of("email", "missing, expected text here or as the record's key");
        }
        if (email.indexOf('@') < 1) {
            throw Mistake.of("email", "expected an e-mail address");
        }
        Map<String, Object> card = new LinkedHashMap<>(ProfileCard.of(fields));
        card.put("email", email);
        return new CreatePeopleProfile(Target.profile(fields.websiteId(), email), card);
    }
}
