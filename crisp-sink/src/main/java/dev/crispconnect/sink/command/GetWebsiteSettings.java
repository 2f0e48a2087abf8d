package dev.crispconnect.sink.command;

import dev.crispconnect.client.Websites;
import java.util.List;

/**
 * Looks up how a workspace is set up (Crisp API reference, section 4.8).
 *
 * @param room how many bytes the response may have
 */
public record GetWebsiteSettings(Target target, int room) implements LookUp {

    static final CommandType TYPE = new CommandType(
            "get_website_settings",
            List.of(),
            CommandType.COMMON,
            fields -> new GetWebsiteSettings(Target.website(fields.websiteId()), fields.room()));

    @Override
    public String name() {
        return TYPE.name();
    }

    @Override
    public Step begin(String commandId) {
        return Step.ask(Websites.settings(target.websiteId()), found -> ResponseDraft.within(room)
                        .with("settings", found.data())
                        .answer())
                .whenMissing(NotFound::website);
    }
}
