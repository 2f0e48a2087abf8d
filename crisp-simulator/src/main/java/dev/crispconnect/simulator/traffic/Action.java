package dev.crispconnect.simulator.traffic;

/**
 * One thing that happens in a workspace. Conversations and profiles are named by their place in the order in which the
 * script came to know them, as identifiers are the workspace's to make.
 */
public sealed interface Action {

    /** A visitor opens a new conversation with a first text. */
    record Start(String nickname, String text) implements Action {}

    /** A visitor writes. */
    record Write(int conversation, String text) implements Action {}

    /** An operator answers. */
    record Reply(int conversation, String text) implements Action {}

    /** An operator resolves a conversation. */
    record Resolve(int conversation) implements Action {}

    /** A visitor comes back to a conversation that was resolved. */
    record Reopen(int conversation, String text) implements Action {}

    /** A person's profile changes. */
    record ChangeProfile(int profile, String notepad) implements Action {}
}
