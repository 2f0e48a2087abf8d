package dev.crispconnect.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.simulator.fault.Fault;
import dev.crispconnect.simulator.fault.Target;
import dev.crispconnect.simulator.realtime.ConnectFault;
import dev.crispconnect.simulator.realtime.SocketFault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.connect.data.Struct;
import org.junit.jupiter.api.Test;

/** What programs are told when Crisp, or the way to it, fails for long, and that everything goes on afterwards. */
class NoticesOverTheWireTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final String OTHER_WEBSITE = "3d9c4f3e-6a1b-4c8e-9a53-000000000002";

    @Test
    void aQuotaThatIsUsedUpIsToldProbedAndToldAgainWhenItIsThere() throws InterruptedException {
        try (PollingWorker worker = worker()) {
            String session = worker.crisp.workspace().visitorArrives("Ilse", "").sessionId();
            worker.time.jitter = 1;
            worker.start();
            worker.pass(Duration.ofMinutes(20));
            int told = kinds(worker).size();

            worker.crisp.faults().always(Target.any(), Fault.status(429, "rate_limited"));
            worker.pass(Duration.ofMinutes(31));
            long before = worker.crisp.journal().total();
            worker.pass(Duration.ofMinutes(150));
            long probes = worker.crisp.journal().total() - before;
            worker.crisp.workspace().visitorWrites(session, "is anybody there?");
            worker.settle();

            assertThat(kinds(worker).subList(told, kinds(worker).size())).containsExactly("quota_exhausted");
            assertThat(probes).as("one each quarter of an hour").isEqualTo(10);
            assertThat(worker.messagesOf(session))
                    .as("what is heard needs no call")
                    .hasSize(1);

            worker.crisp.faults().clear();
            worker.pass(Duration.ofMinutes(16));

            assertThat(kinds(worker).subList(told, kinds(worker).size()))
                    .containsExactly("quota_exhausted", "quota_resumed");
        }
    }

    @Test
    void aSocketThatCannotBeHadIsToldAndThatItIsBack() throws InterruptedException {
        try (PollingWorker worker = worker()) {
            worker.props.put("realtime.fallback.after.ms", "300000");
            String session = worker.crisp.workspace().visitorArrives("Ilse", "").sessionId();
            worker.start();
            worker.pass(Duration.ofMinutes(20));
            int told = kinds(worker).size();

            worker.crisp.realtime().faults().refuseConnects(ConnectFault.BAD_GATEWAY);
            worker.crisp.realtime().faults().strike(SocketFault.CUT);
            worker.pass(Duration.ofMinutes(10));
            worker.crisp.workspace().visitorWrites(session, "found by looking");
            worker.pass(Duration.ofMinutes(2));

            assertThat(kinds(worker).subList(told, kinds(worker).size()))
                    .containsExactly("gap_opened", "fell_back_to_polling");
            assertThat(worker.messagesOf(session)).hasSize(1);

            worker.crisp.realtime().faults().clear();
            worker.pass(Duration.ofMinutes(5));
            worker.crisp.workspace().visitorWrites(session, "told");
            worker.settle();

            assertThat(kinds(worker).subList(told, kinds(worker).size()))
                    .containsExactly("gap_opened", "fell_back_to_polling", "gap_closed");
            assertThat(worker.messagesOf(session)).hasSize(2);
        }
    }

    @Test
    void aWebsiteThatIsGoneForAWhileHoldsUpNoOther() throws InterruptedException {
        try (PollingWorker worker = worker()) {
            worker.props.put("crisp.token.tier", "plugin");
            worker.props.put(
                    "crisp.token.identifier", worker.crisp.pluginToken().identifier());
            worker.props.put("crisp.token.key", worker.crisp.pluginToken().key());
            worker.props.merge("crisp.website.ids", OTHER_WEBSITE, (one, other) -> one + "," + other);
            worker.crisp.addWebsite(OTHER_WEBSITE, true);
            String here = worker.crisp.workspace().visitorArrives("Ilse", "").sessionId();
            String there = worker.crisp
                    .workspace(OTHER_WEBSITE)
                    .visitorArrives("Jan", "")
                    .sessionId();
            worker.start();
            worker.pass(Duration.ofMinutes(20));

            worker.crisp.removePlugin(OTHER_WEBSITE);
            worker.crisp.workspace(OTHER_WEBSITE).visitorWrites(there, "while it is gone");
            worker.pass(Duration.ofMinutes(20));
            worker.crisp.workspace().visitorWrites(here, "meanwhile");
            worker.settle();

            assertThat(kinds(worker)).contains("website_set_aside").doesNotContain("website_resumed");
            assertThat(worker.messagesOf(here)).hasSize(1);
            assertThat(worker.messagesOf(there)).isEmpty();

            worker.crisp.installPlugin(OTHER_WEBSITE);
            worker.pass(Duration.ofMinutes(30));

            assertThat(kinds(worker)).containsOnlyOnce("website_set_aside").containsOnlyOnce("website_resumed");
            assertThat(worker.messagesOf(there)).hasSize(1);
        }
    }

    private static PollingWorker worker() {
        PollingWorker worker = new PollingWorker(NOON);
        worker.props.put("notifications.topic", "crisp.notices");
        return worker;
    }

    private static List<String> kinds(PollingWorker worker) {
        return worker.topic("notices").stream()
                .map(notice -> ((Struct) notice.value()).getString("kind"))
                .toList();
    }
}
