package dev.crispconnect.simulator.workspace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What belongs to a conversation but is no field of it: its side lists, its relations, what goes on with its visitor at the
 * moment. Few conversations have any. Guarded by the {@link ConversationStore}.
 */
final class Aside {

    final List<PageView> pages = new ArrayList<>(0);
    final List<VisitorEvent> events = new ArrayList<>(0);
    final List<String> children = new ArrayList<>(0);
    final Map<String, Verifications.Request> verificationsByToken = new HashMap<>(0);
    final Map<String, LiveSessions.Browsing> browsing = new LinkedHashMap<>(0);

    String parent;
    String callId;
    boolean opened;
}
