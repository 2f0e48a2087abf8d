package dev.crispconnect.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.crispconnect.simulator.Site;
import dev.crispconnect.simulator.fault.Fault.StallInBody.Rest;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Seen from the socket, where a reset and an end differ. */
class BrokenConnectionTest {

    private static final String TEXT =
            "{\"type\": \"text\", \"from\": \"operator\", \"origin\": \"chat\", \"content\": \"On its way\"}";
    private static final int PATIENCE_MILLIS = 10_000;

    private Site site;
    private FaultPlan faults;
    private String sessionId;
    private Socket socket;

    @BeforeEach
    void open() throws IOException {
        site = Site.open();
        faults = site.simulator().faults();
        sessionId = site.workspace().conversations().start().sessionId();
        socket = new Socket(
                InetAddress.getLoopbackAddress(), site.simulator().url().getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    @AfterEach
    void close() throws IOException {
        socket.close();
        site.close();
    }

    @ParameterizedTest
    @EnumSource
    void aDropEndsTheConnectionInGoodOrder(Moment moment) throws IOException {
        faults.once(new Fault.Drop(moment));

        send();

        assertThat(received()).isEmpty();
        assertThatOnlyAnAfterWriteTookEffect(moment);
    }

    @ParameterizedTest
    @EnumSource
    void aResetThrowsTheConnectionAway(Moment moment) throws IOException {
        faults.once(new Fault.Reset(moment));

        send();

        assertThatThrownBy(this::received).isInstanceOf(SocketException.class).hasMessageContaining("reset");
        assertThatOnlyAnAfterWriteTookEffect(moment);
    }

    @ParameterizedTest
    @EnumSource
    void aHalfClosedConnectionStillTakesWhatIsSent(Moment moment) throws IOException {
        faults.once(new Fault.HalfClose(moment));

        send();

        assertThat(received()).isEmpty();
        // the second of two would fail if the first had been answered with a reset
        send();
        send();
        assertThatOnlyAnAfterWriteTookEffect(moment);
    }

    @Test
    void afterASilenceARequestThatTookEffectIsAnswered() throws IOException {
        faults.once(new Fault.Silence(Moment.AFTER_WRITE));

        send();
        await().until(() -> faults.silent() == 1);
        assertThat(messages()).isEqualTo(1);
        assertThat(site.simulator().journal().inFlight()).isEqualTo(1);
        assertThat(faults.release()).isEqualTo(1);

        assertThat(firstByte()).isEqualTo('H');
        await().untilAsserted(
                        () -> assertThat(site.simulator().journal().inFlight()).isZero());
    }

    @Test
    void afterASilenceARequestWithoutEffectLosesItsConnection() throws IOException {
        faults.once(new Fault.Silence(Moment.BEFORE_WRITE));

        send();
        await().until(() -> faults.silent() == 1);
        faults.release();

        assertThat(received()).isEmpty();
        assertThat(messages()).isZero();
    }

    @Test
    void aCallerWhoLeavesASilenceIsForgotten() throws IOException {
        faults.once(new Fault.Silence(Moment.AFTER_WRITE));
        send();
        await().until(() -> faults.silent() == 1);

        socket.close();

        await().until(() -> faults.silent() == 0);
        assertThat(site.simulator().journal().inFlight()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void aBodyStallsHalfWay(Rest rest) throws IOException {
        faults.once(new Fault.StallInBody(Duration.ofMillis(200), rest));

        send();

        if (rest == Rest.CUT) {
            assertThat(received())
                    .startsWith("HTTP/1.1 202")
                    .contains("{\"error\":false")
                    .doesNotContain("}");
        } else {
            assertThat(firstByte()).isEqualTo('H');
            faults.once(new Fault.Drop(Moment.BEFORE_WRITE));
            send();
            assertThat(received()).endsWith("}}");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aStallEndsWithoutAnAnswer(Moment moment) throws IOException {
        faults.once(new Fault.Stall(Duration.ofMillis(100), moment));

        send();

        assertThat(received()).isEmpty();
        assertThatOnlyAnAfterWriteTookEffect(moment);
    }

    private void send() throws IOException {
        String request = "POST /v1/website/" + site.workspace().website().websiteId() + "/conversation/" + sessionId
                + "/message HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Crisp-Tier: website\r\nAuthorization: "
                + site.simulator().websiteToken().authorization() + "\r\nContent-Length: " + TEXT.length() + "\r\n\r\n"
                + TEXT;
        OutputStream out = socket.getOutputStream();
        out.write(request.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private String received() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private int firstByte() throws IOException {
        return socket.getInputStream().read();
    }

    private int messages() {
        return site.workspace().messages().of(sessionId).size();
    }

    private void assertThatOnlyAnAfterWriteTookEffect(Moment moment) {
        assertThat(messages()).isEqualTo(moment == Moment.AFTER_WRITE ? 1 : 0);
        assertThat(site.simulator().journal().entries().get(0).status()).isZero();
    }
}
