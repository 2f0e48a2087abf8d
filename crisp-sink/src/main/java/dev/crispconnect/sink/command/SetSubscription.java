package dev.crispconnect.sink.command;

import dev.crispconnect.client.People;
import java.util.List;

/**
 * Sets whether a contact wants e-mails (Crisp API reference, section 3.11).
 */
public record SetSubscription(Target target, boolean subscribed) implements Command {

    static final CommandType TYPE = new CommandType(
            "set_subscription",
            List.of("subscribe"),
            Profiles.ADDRESSED.required("subscribed", Kinds.FLAG),
            fields -> new SetSubscription(fields.profile(), fields.flag("subscribed")));

    @Override
    public String name() {
        return TYPE.name();
    }

    @Override
    public Step begin(String commandId) {
        return Profiles.refusedWhenMissing(Step.ask(
                People.updateSubscription(target.websiteId(), target.peopleId(), subscribed), changed -> Step.done()));
    }
}
