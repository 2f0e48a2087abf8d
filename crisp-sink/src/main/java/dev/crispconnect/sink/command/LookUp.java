package dev.crispconnect.sink.command;

/**
 * A command that only asks. It has no effect, so it is repeated freely and never in doubt; its answer goes to the results
 * topic, so it is refused where there is none. What the workspace's plan does not include (402) refuses this record and
 * stops nothing, as it depends on what the record asks for.
 */
public sealed interface LookUp extends Command
        permits GetConversation,
                GetMessage,
                GetOperator,
                GetPeopleProfile,
                GetWebsiteSettings,
                ListConversations,
                ListMessages,
                ListOperators,
                ListPeopleProfiles {}
