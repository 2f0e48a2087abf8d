package dev.crispconnect.simulator.traffic;

import dev.crispconnect.simulator.workspace.State;
import java.time.Duration;

/**
 * One thing that happens in a workspace. Conversations and profiles are named by their place in the order in which the
 * script came to know them, as identifiers are the workspace's to make.
 */
public sealed interface Action {

    /** A visitor does something in a conversation that is there. */
    sealed interface ByVisitor extends Action {

        /** Its place. */
        int conversation();
    }

    /** An operator does something in a conversation that is there. */
    sealed interface ByOperator extends Action {

        /** Its place. */
        int conversation();
    }

    /** A visitor opens a new conversation with a first text. */
    record Start(String nickname, String text) implements Action {}

    /** A visitor writes. */
    record Write(int conversation, String text) implements ByVisitor {}

    /** A visitor comes back to a conversation that was resolved. */
    record Reopen(int conversation, String text) implements ByVisitor {}

    /** A visitor types. */
    record Type(int conversation, String excerpt) implements ByVisitor {}

    /** A visitor reads what the team wrote. */
    record Read(int conversation) implements ByVisitor {}

    /** An operator answers. */
    record Reply(int conversation, String text) implements ByOperator {}

    /** An operator resolves a conversation. */
    record Resolve(int conversation) implements ByOperator {}

    /** An operator moves a conversation to another state than resolved. */
    record ChangeState(int conversation, State state) implements ByOperator {}

    /** An operator corrects the newest text of the team. */
    record Edit(int conversation, String text) implements ByOperator {}

    /** An operator removes the newest text of the team. */
    record Remove(int conversation) implements ByOperator {}

    /** What the visitor wrote elsewhere comes in late: with a time that lies so far before the last change. */
    record BackDate(int conversation, String text, Duration before) implements ByOperator {}

    /** A person's profile changes. */
    record ChangeProfile(int profile, String notepad) implements Action {}
}
