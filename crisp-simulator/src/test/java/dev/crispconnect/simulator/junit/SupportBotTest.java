package dev.crispconnect.simulator.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.simulator.fault.Fault;
import dev.crispconnect.simulator.workspace.Conversation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The README's example, word for word: {@link ReadmeExampleTest} holds the two together. */
class SupportBotTest {

    // README: from here
    @RegisterExtension
    static final CrispSimulatorExtension crisp = CrispSimulatorExtension.create();

    @Test
    void theBotAnswersAlthoughCrispFailsOnce() {
        Conversation visit = crisp.workspace().visitorArrives("Ilse", "ilse@example.org");
        crisp.workspace().visitorWrites(visit.sessionId(), "Where is my parcel?");
        crisp.simulator().inject(Fault.html(502));
        new SupportBot(crisp.url(), crisp.websiteToken(), crisp.websiteId()).answerAll("On its way.");
        assertThat(crisp.workspace().messages().of(visit.sessionId())).hasSize(2);
    }
    // README: to here
}
