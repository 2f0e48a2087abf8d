package dev.crispconnect.sink.command;

/** Which message a command is about: by its fingerprint, or by the command that sent it. */
final class SentMessage {

    private static final String BY_COMMAND = "sent_by_command";

    private SentMessage() {}

    /** The shape with these fields added. */
    static Shape in(Shape shape) {
        return shape.optional("fingerprint", Kinds.WHOLE).optional(BY_COMMAND, Kinds.TEXT);
    }

    static long fingerprint(Fields fields) throws Mistake {
        if (fields.has("fingerprint") == fields.has(BY_COMMAND)) {
            throw Mistake.of(
                    "fingerprint", "expected either a whole number here or the command's id in '" + BY_COMMAND + "'");
        }
        return fields.has("fingerprint")
                ? fields.fingerprint("fingerprint")
                : Fingerprint.of(fields.text(BY_COMMAND), "message");
    }
}
