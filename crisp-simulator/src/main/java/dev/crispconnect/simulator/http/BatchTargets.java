package dev.crispconnect.simulator.http;

import dev.crispconnect.simulator.workspace.AbsentException;
import dev.crispconnect.simulator.workspace.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * What a batch is about (Crisp API reference, section 3.6).
 *
 * @param ids session ids or people ids
 */
record BatchTargets(List<String> ids) {

    /** The conversations in {@code sessions}. */
    static BatchTargets sessions(Call call) {
        call.body().require("sessions");
        return new BatchTargets(call.body().texts("sessions").orElseThrow());
    }

    /** The conversations in {@code sessions}; without any, all of the inbox that {@code inbox_id} names, if only as null. */
    static BatchTargets sessionsOrInbox(Call call) {
        String inboxId = call.body().text("inbox_id").orElse(null);
        if (call.body().has("sessions") || !call.body().values().containsKey("inbox_id")) {
            return sessions(call);
        }
        List<String> sessionIds = new ArrayList<>();
        call.workspace().conversations().each(conversation -> {
            if (Objects.equals(conversation.inboxId(), inboxId)) {
                sessionIds.add(conversation.sessionId());
            }
        });
        return new BatchTargets(sessionIds);
    }

    /** The profiles in {@code people.profiles}; without any, those {@code people.search} finds. */
    static BatchTargets people(Call call) {
        Body people = call.body().object("people").orElseThrow();
        String search = people.text("search").orElse(null);
        if (people.has("profiles") || search == null) {
            people.require("profiles");
            return new BatchTargets(people.texts("profiles").orElseThrow());
        }
        return new BatchTargets(call.workspace().people().all().stream()
                .filter(profile -> contains(profile.email(), search) || contains(profile.nickname(), search))
                .map(Profile::peopleId)
                .toList());
    }

    Answer each(Consumer<String> work) {
        ids.forEach(id -> {
            try {
                work.accept(id);
            } catch (AbsentException passedOver) {
                return;
            }
        });
        return Answer.updated();
    }

    private static boolean contains(String value, String searched) {
        return value != null && value.toLowerCase(Locale.ROOT).contains(searched.toLowerCase(Locale.ROOT));
    }
}
