package dev.crispconnect.sink.command;

/**
 * One thing to do in Crisp. A command is a file: its fields, how they are read, and its {@link Step}s; and a line in
 * {@link Commands}. Immutable and pure.
 */
public sealed interface Command
        permits AddPeopleEvent,
                ArchiveConversation,
                AssignConversation,
                BlockConversation,
                CloseConversation,
                CreatePeopleProfile,
                EditMessage,
                HandBackConversation,
                InitiateConversation,
                InviteOperator,
                LookUp,
                MarkRead,
                MoveConversation,
                RemoveConversation,
                RemoveMessage,
                RemoveOperator,
                RemovePeopleProfile,
                ReopenConversation,
                ResolveConversation,
                SendMessage,
                SendNote,
                SetSubscription,
                UnassignConversation,
                UpdateConversation,
                UpdateOperator,
                UpdatePeopleData,
                UpdatePeopleProfile,
                UpdateWebsiteSettings {

    /** Its name as documented, whatever alias the record used. */
    String name();

    /** What it acts upon, which decides what it is ordered with. */
    Target target();

    /**
     * The first step.
     *
     * @param commandId identity of the command: the same id makes the same fingerprints
     * @throws IllegalArgumentException when an id cannot be part of a path; the message does not repeat it
     */
    Step begin(String commandId);
}
