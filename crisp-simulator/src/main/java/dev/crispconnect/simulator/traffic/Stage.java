package dev.crispconnect.simulator.traffic;

import dev.crispconnect.simulator.workspace.AbsentException;
import dev.crispconnect.simulator.workspace.Conversation;
import dev.crispconnect.simulator.workspace.ConversationQuery;
import dev.crispconnect.simulator.workspace.ListOrder;
import dev.crispconnect.simulator.workspace.ProfileCard;
import dev.crispconnect.simulator.workspace.State;
import dev.crispconnect.simulator.workspace.Workspace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Performs actions on a workspace and knows which identifiers stand for which places. Not thread-safe. */
final class Stage {

    private static final int MOST = 10_000;

    private final Workspace workspace;
    private final List<String> sessionIds = new ArrayList<>();
    private final List<String> peopleIds = new ArrayList<>();

    Stage(Workspace workspace) {
        this.workspace = workspace;
        ConversationQuery newest = new ConversationQuery(1, MOST, ListOrder.CREATED, true, null, null, null, null);
        workspace
                .conversations()
                .list(newest)
                .items()
                .forEach(conversation -> sessionIds.add(conversation.sessionId()));
        Collections.reverse(sessionIds);
        workspace.people().all().forEach(profile -> peopleIds.add(profile.peopleId()));
    }

    int conversations() {
        return sessionIds.size();
    }

    int profiles() {
        return peopleIds.size();
    }

    /** Whether it was done: what somebody removed in the meantime stays removed. */
    boolean perform(Action action) {
        try {
            dispatch(action);
            return true;
        } catch (AbsentException removed) {
            return false;
        }
    }

    private void dispatch(Action action) {
        if (action instanceof Action.Start start) {
            start(start);
        } else if (action instanceof Action.Write write) {
            workspace.visitorWrites(sessionIds.get(write.conversation()), write.text());
        } else if (action instanceof Action.Reply reply) {
            workspace.operatorAnswers(sessionIds.get(reply.conversation()), reply.text());
        } else if (action instanceof Action.Resolve resolve) {
            workspace.conversations().setState(sessionIds.get(resolve.conversation()), State.RESOLVED);
        } else if (action instanceof Action.Reopen reopen) {
            workspace.visitorWrites(sessionIds.get(reopen.conversation()), reopen.text());
        } else if (action instanceof Action.ChangeProfile change) {
            ProfileCard card = new ProfileCard(null, null, null, null, change.notepad(), null);
            workspace.people().patch(peopleIds.get(change.profile()), card);
        } else {
            throw new IllegalArgumentException("an action nobody knows: " + action);
        }
    }

    private void start(Action.Start start) {
        String email = start.nickname().toLowerCase(Locale.ROOT) + "." + sessionIds.size() + "@example.org";
        Conversation conversation = workspace.visitorArrives(start.nickname(), email);
        sessionIds.add(conversation.sessionId());
        workspace.visitorWrites(conversation.sessionId(), start.text());
    }
}
