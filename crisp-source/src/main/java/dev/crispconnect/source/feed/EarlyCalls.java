package dev.crispconnect.source.feed;

import dev.crispconnect.client.Answer;
import dev.crispconnect.client.Call;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Calls of one kind that may be sent before their answers are needed. One that was not, or that fails, is made when its
 * answer is needed, like any other. For the reading thread.
 *
 * @param <K> what is asked for
 */
final class EarlyCalls<K, T> {

    private final Purse purse;
    private final PatientClient client;
    private final Map<K, SentCall<T>> sent = new HashMap<>();

    EarlyCalls(Purse purse, PatientClient client) {
        this.purse = purse;
        this.client = client;
    }

    /** Sends a call without waiting, unless none may be sent now. Returns whether it is on its way. */
    boolean ask(K what, Call<T> call) {
        if (sent.containsKey(what)) {
            return true;
        }
        Optional<SentCall<T>> early = client.sendEarly(purse, call);
        early.ifPresent(each -> sent.put(what, each));
        return early.isPresent();
    }

    /** The answer; see {@link PatientClient#execute(Purse, Call)}. */
    Answer<T> answer(K what, Call<T> call) throws InterruptedException {
        return client.execute(purse, call, Optional.ofNullable(sent.remove(what)));
    }

    /** Nobody needs the answers any more. */
    void forget() {
        sent.values().forEach(client::abandon);
        sent.clear();
    }
}
