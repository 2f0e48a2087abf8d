package dev.crispconnect.simulator.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crispconnect.simulator.Site;
import dev.crispconnect.simulator.journal.Entry;
import dev.crispconnect.simulator.journal.Journal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the journal has of clients that connect. */
class UpgradesInTheJournalTest {

    private static final String SEND = "message:send";

    private final Site site = Site.open();
    private final Journal journal = site.simulator().journal();

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void aClientThatConnectsIsThereAndIsNoRequestInFlight() {
        try (RealtimeClient client = RealtimeClient.connect(site, 4)) {
            assertThat(client.isOpen()).isTrue();

            assertThat(only().method()).isEqualTo("GET");
            assertThat(only().template()).isEqualTo("(realtime)");
            assertThat(only().path()).isEqualTo("/p/1/?EIO=4&transport=websocket");
            assertThat(only().time()).isEqualTo(Site.START);
            assertThat(only().status()).isEqualTo(101);
            assertThat(only().token()).isNull();
            assertThat(journal.inFlight()).isZero();
        }
    }

    @Test
    void whoAuthenticatesIsKnownByTheToken() {
        var token = site.simulator().pluginToken();
        try (RealtimeClient client = RealtimeClient.listening(site, token, SEND)) {
            assertThat(client.isOpen()).isTrue();

            assertThat(only().token()).isEqualTo(token.identifier());
        }
    }

    @Test
    void whoIsNotLetInIsThereToo() {
        site.simulator().realtime().faults().refuseConnects(1, ConnectFault.BAD_GATEWAY);

        assertThatThrownBy(() -> RealtimeClient.connect(site, 4)).hasMessageContaining("502");

        assertThat(only().status()).isEqualTo(502);
    }

    private Entry only() {
        assertThat(journal.entries()).hasSize(1);
        return journal.entries().get(0);
    }
}
