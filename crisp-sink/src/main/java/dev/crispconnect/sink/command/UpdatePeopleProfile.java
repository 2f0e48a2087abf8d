package dev.crispconnect.sink.command;

import dev.crispconnect.client.Answer;
import dev.crispconnect.client.Call;
import dev.crispconnect.client.People;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Merges a card into a profile, so that what the card does not name stays, or replaces the profile by it (Crisp API reference,
 * section 3.11). Crisp makes no profile by an update, so one that does not exist is refused, or made when that is asked for.
 *
 * @param card non-empty
 * @param replace whether the card replaces all there is
 * @param email address that the profile gets when it is made; null when it must exist
 */
public record UpdatePeopleProfile(Target target, Map<String, Object> card, boolean replace, String email)
        implements Command {

    static final CommandType TYPE = new CommandType(
            "update_people_profile",
            List.of("update_profile"),
            ProfileCard.in(CommandType.COMMON)
                    .optional("people_id", Kinds.TEXT)
                    .optional("mode", Mode.KIND)
                    .optional("create_if_missing", Kinds.FLAG),
            UpdatePeopleProfile::read);

    @Override
    public String name() {
        return TYPE.name();
    }

    @Override
    public Step begin(String commandId) {
        return write(target.peopleId()).whenMissing(email == null ? UpdatePeopleProfile::missing : this::create);
    }

    private Step.Ask<Void> write(String peopleId) {
        Call<Void> call = replace
                ? People.save(target.websiteId(), peopleId, card)
                : People.update(target.websiteId(), peopleId, card);
        return Step.ask(call, answer -> Step.done());
    }

    private Step create() {
        Map<String, Object> whole = new LinkedHashMap<>(card);
        whole.put("email", email);
        // whoever made it in the meantime, our card belongs into it
        Step.Lookup<?> lookup = new Step.Lookup<>(People.get(target.websiteId(), email), found -> write(email), false);
        return Step.ask(People.create(target.websiteId(), whole), UpdatePeopleProfile::created)
                .lookedUpBy(lookup);
    }

    private static Step missing() {
        return new Step.Refuse(
                "there is no such profile", "Set create_if_missing to true to have it made, or correct people_id.");
    }

    private static Step created(Answer<String> answer) {
        return new Step.Done(false, null, answer.data());
    }

    private static UpdatePeopleProfile read(Fields fields) throws Mistake {
        String email = fields.text("email");
        String peopleId = fields.text("people_id");
        boolean addressedByEmail = peopleId == null && email != null;
        if (peopleId == null) {
            peopleId = addressedByEmail ? email : fields.key().fieldOrText("people_id");
        }
        if (peopleId == null) {
            throw Mistake.of("people_id", "missing, expected text here or as the record's key, or 'email'");
        }
        Map<String, Object> card = ProfileCard.of(fields);
        if (email != null && !addressedByEmail) {
            card.put("email", email);
        }
        boolean replace = Mode.isReplace(fields);
        if (replace && !card.containsKey("email")) {
            card.put("email", addressIn(peopleId, "nothing of the profile stays, its address neither"));
        }
        if (card.isEmpty()) {
            throw Mistake.of("nothing to update: give person, company, segments, notepad, active or another email");
        }
        return new UpdatePeopleProfile(
                Target.profile(fields.websiteId(), peopleId), card, replace, emailToCreate(fields, peopleId));
    }

    private static String emailToCreate(Fields fields, String peopleId) throws Mistake {
        if (!Boolean.TRUE.equals(fields.flag("create_if_missing"))) {
            return null;
        }
        if (fields.has("email")) {
            return fields.text("email");
        }
        return addressIn(peopleId, "a profile cannot be made without one");
    }

    private static String addressIn(String peopleId, String why) throws Mistake {
        if (peopleId.indexOf('@') > 0) {
            return peopleId;
        }
        throw Mistake.of("email", "missing, expected text: " + why);
    }
}
