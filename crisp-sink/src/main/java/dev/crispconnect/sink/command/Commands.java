package dev.crispconnect.sink.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every command there is. */
public final class Commands {

    private static final List<CommandType> TYPES = List.of(
            ResolveConversation.TYPE,
            ReopenConversation.TYPE,
            CloseConversation.TYPE,
            ArchiveConversation.TYPE,
            HandBackConversation.TYPE,
            AssignConversation.TYPE,
            UnassignConversation.TYPE,
            MoveConversation.TYPE,
            UpdateConversation.TYPE,
            BlockConversation.TYPE,
            MarkRead.TYPE,
            RemoveConversation.TYPE,
            InitiateConversation.TYPE,
            SendMessage.TYPE,
            SendNote.TYPE,
            EditMessage.TYPE,
            RemoveMessage.TYPE,
            UpdatePeopleProfile.TYPE,
            CreatePeopleProfile.TYPE,
            RemovePeopleProfile.TYPE,
            UpdatePeopleData.TYPE,
            AddPeopleEvent.TYPE,
            SetSubscription.TYPE,
            UpdateWebsiteSettings.TYPE,
            InviteOperator.TYPE,
            UpdateOperator.TYPE,
            RemoveOperator.TYPE);

    private static final Map<String, CommandType> BY_NAME = byName();

    private Commands() {}

    /** Every name and alias. */
    public static Set<String> names() {
        return BY_NAME.keySet();
    }

    /** By name or alias, in snake_case or camelCase; null when there is none. */
    static CommandType find(String name) {
        CommandType exact = BY_NAME.get(name);
        return exact != null ? exact : BY_NAME.get(Names.snakeCase(name));
    }

    /** Every command once. */
    static List<CommandType> types() {
        List<CommandType> types = new ArrayList<>(TYPES);
        types.addAll(LookUps.TYPES);
        return types;
    }

    private static Map<String, CommandType> byName() {
        Map<String, CommandType> byName = new HashMap<>();
        for (CommandType type : types()) {
            List<String> names = new ArrayList<>(type.aliases());
            names.add(type.name());
            for (String name : names) {
                if (byName.put(name, type) != null) {
                    throw new IllegalStateException("two commands are called " + name);
                }
            }
        }
        return Map.copyOf(byName);
    }
}
