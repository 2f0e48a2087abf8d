package dev.crispconnect.benchmark;

import dev.crispconnect.simulator.workspace.Message;
import dev.crispconnect.simulator.workspace.Workspace;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What became of the messages that the sink was to send, as they stand in their conversations.
 *
 * @param lost how many are not there
 * @param repeated how many are there once more
 * @param outOfOrder how many stand behind one that was commanded later, in the same conversation
 */
record DeliveryCheck(int lost, int repeated, int outOfOrder) {

    /** Of all messages of a load. */
    static DeliveryCheck of(Workspace workspace, SinkLoad load) {
        Set<Integer> arrived = new HashSet<>();
        int repeated = 0;
        int outOfOrder = 0;
        for (String session : load.sessions()) {
            int before = -1;
            for (int number : numbersIn(workspace, session)) {
                if (!arrived.add(number)) {
                    repeated++;
                } else if (number < before) {
                    outOfOrder++;
                }
                before = Math.max(before, number);
            }
        }
        return new DeliveryCheck(load.commands() - arrived.size(), repeated, outOfOrder);
    }

    private static List<Integer> numbersIn(Workspace workspace, String session) {
        return workspace.messages().of(session).stream()
                .filter(message ->
                        message.origin().startsWith("urn:") && !message.origin().contains("benchmark"))
                .map(Message::content)
                .map(content -> SinkLoad.numberIn((String) content))
                .toList();
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%d lost, %d repeated, %d out of order", lost, repeated, outOfOrder);
    }
}
