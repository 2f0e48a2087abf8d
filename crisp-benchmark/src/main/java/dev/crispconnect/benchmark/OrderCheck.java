package dev.crispconnect.benchmark;

import dev.crispconnect.simulator.workspace.Message;
import dev.crispconnect.simulator.workspace.Workspace;
import java.util.List;

/** Counts the messages of a run that reached their conversation before one that had been commanded earlier. */
record OrderCheck(Workspace workspace, SinkLoad load) {

    int violations() {
        return load.sessions().stream().mapToInt(this::violationsIn).sum();
    }

    private int violationsIn(String session) {
        List<Integer> numbers = workspace.messages().of(session).stream()
                .filter(message ->
                        message.origin().startsWith("urn:") && !message.origin().contains("benchmark"))
                .map(Message::content)
                .map(content -> SinkLoad.numberIn((String) content))
                .toList();
        int violations = 0;
        for (int i = 1; i < numbers.size(); i++) {
            if (numbers.get(i) < numbers.get(i - 1)) {
                violations++;
            }
        }
        return violations;
    }
}
