package dev.crispconnect.simulator.traffic;

import dev.crispconnect.simulator.workspace.AbsentException;
import dev.crispconnect.simulator.workspace.Conversation;
import dev.crispconnect.simulator.workspace.ConversationQuery;
import dev.crispconnect.simulator.workspace.ListOrder;
import dev.crispconnect.simulator.workspace.Message;
import dev.crispconnect.simulator.workspace.OperatorChat;
import dev.crispconnect.simulator.workspace.ProfileCard;
import dev.crispconnect.simulator.workspace.Side;
import dev.crispconnect.simulator.workspace.State;
import dev.crispconnect.simulator.workspace.VisitorChat;
import dev.crispconnect.simulator.workspace.Workspace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

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

    /** Whether it was done: what somebody removed in the meantime stays removed, what was never said is not corrected. */
    boolean perform(Action action) {
        try {
            return dispatch(action);
        } catch (AbsentException removed) {
            return false;
        }
    }

    private boolean dispatch(Action action) {
        if (action instanceof Action.ByVisitor visitors) {
            visitor(
                    visitors,
                    workspace.visitor(sessionIds.get(visitors.conversation())).chat());
            return true;
        }
        if (action instanceof Action.ByOperator operators) {
            return operator(operators, sessionIds.get(operators.conversation()));
        }
        if (action instanceof Action.Start start) {
            start(start);
            return true;
        }
        if (action instanceof Action.ChangeProfile change) {
            ProfileCard card = new ProfileCard(null, null, null, null, change.notepad(), null);
            workspace.people().patch(peopleIds.get(change.profile()), card);
            return true;
        }
        throw unknown(action);
    }

    private static void visitor(Action.ByVisitor action, VisitorChat visitor) {
        if (action instanceof Action.Write write) {
            visitor.writes(write.text());
        } else if (action instanceof Action.Reopen reopen) {
            visitor.writes(reopen.text());
        } else if (action instanceof Action.Type type) {
            visitor.types(type.excerpt());
        } else if (action instanceof Action.Read) {
            visitor.reads();
        } else {
            throw unknown(action);
        }
    }

    private boolean operator(Action.ByOperator action, String sessionId) {
        OperatorChat operator = workspace.operatorChat(sessionId);
        if (action instanceof Action.Edit || action instanceof Action.Remove) {
            OptionalLong text = newestTextOfTheTeam(sessionId);
            text.ifPresent(fingerprint -> correct(action, operator, fingerprint));
            return text.isPresent();
        }
        if (action instanceof Action.Reply reply) {
            operator.answers(reply.text());
        } else if (action instanceof Action.Resolve) {
            workspace.conversations().setState(sessionId, State.RESOLVED);
        } else if (action instanceof Action.ChangeState change) {
            workspace.conversations().setState(sessionId, change.state());
        } else if (action instanceof Action.BackDate late) {
            Instant lastChange = workspace.conversations().get(sessionId).updatedAt();
            operator.imports(Side.USER, late.text(), lastChange.minus(late.before()));
        } else {
            throw unknown(action);
        }
        return true;
    }

    private static void correct(Action.ByOperator action, OperatorChat operator, long fingerprint) {
        if (action instanceof Action.Edit edit) {
            operator.edits(fingerprint, edit.text());
        } else {
            operator.removes(fingerprint);
        }
    }

    private OptionalLong newestTextOfTheTeam(String sessionId) {
        return workspace.messages().of(sessionId).stream()
                .filter(message ->
                        message.from() == Side.OPERATOR && message.type().equals("text"))
                .mapToLong(Message::fingerprint)
                .reduce((older, newer) -> newer);
    }

    private void start(Action.Start start) {
        String email = start.nickname().toLowerCase(Locale.ROOT) + "." + sessionIds.size() + "@example.org";
        Conversation conversation = workspace.visitorArrives(start.nickname(), email);
        sessionIds.add(conversation.sessionId());
        workspace.visitorWrites(conversation.sessionId(), start.text());
    }

    private static IllegalArgumentException unknown(Action action) {
        return new IllegalArgumentException("an action nobody knows: " + action);
    }
}
