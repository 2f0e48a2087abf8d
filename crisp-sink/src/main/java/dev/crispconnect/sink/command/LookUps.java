package dev.crispconnect.sink.command;

import java.util.List;

/** Every look-up there is. */
final class LookUps {

    static final List<CommandType> TYPES = List.of(
            GetConversation.TYPE,
            ListConversations.TYPE,
            GetMessage.TYPE,
            ListMessages.TYPE,
            GetPeopleProfile.TYPE,
            ListPeopleProfiles.TYPE,
            GetOperator.TYPE,
            ListOperators.TYPE,
            GetWebsiteSettings.TYPE);

    private LookUps() {}
}
