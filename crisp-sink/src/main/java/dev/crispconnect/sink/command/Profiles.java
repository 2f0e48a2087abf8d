package dev.crispconnect.sink.command;

/** What the commands on a profile have in common. */
final class Profiles {

    /** The fields that address a profile, beside those of every command. */
    static final Shape ADDRESSED = CommandType.COMMON.optional(Kinds.TEXT, "people_id", "email");

    private Profiles() {}

    static <T> Step refusedWhenMissing(Step.Ask<T> ask) {
        return ask.whenMissing(() -> new Step.Refuse(
                "there is no such profile", "Make it with create_people_profile first, or correct people_id."));
    }
}
