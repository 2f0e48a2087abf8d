package dev.crispconnect.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crispconnect.simulator.Site;
import dev.crispconnect.simulator.Site.Reply;
import dev.crispconnect.simulator.workspace.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultOverHttpTest {

    private static final String SEND = "/website/{website_id}/conversation/{session_id}/message";
    private static final String TEXT = """
            {"type": "text", "from": "operator", "origin": "chat", "content": "On its way", "fingerprint": 7}
            """;

    private Site site;
    private String sessionId;

    @BeforeEach
    void open() {
        site = Site.open();
        sessionId = site.workspace()
                .visitorArrives("Ilse Brandt", "ilse@example.org")
                .sessionId();
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void aStatusIsAnsweredInTheEnvelopeAndNothingTakesEffect() {
        site.simulator().inject(Fault.status(429, "rate_limited", Duration.ofSeconds(2)));

        Reply reply = send();

        assertThat(reply.status()).isEqualTo(429);
        assertThat(reply.reason()).isEqualTo("rate_limited");
        assertThat(reply.headers().firstValue("Retry-After")).hasValue("2");
        assertThat(messages()).isEmpty();
    }

    @Test
    void aGatewayAnswersWithAPage() {
        site.simulator().inject(Fault.html(502));

        Reply reply = send();

        assertThat(reply.status()).isEqualTo(502);
        assertThat(reply.headers().firstValue("Content-Type")).hasValue("text/html");
        assertThat(reply.body()).startsWith("<html>");
        assertThat(reply.headers().firstValue("Retry-After")).isEmpty();
    }

    @Test
    void aStatusAfterTheWriteIsALostAnswerWithAWrongFace() {
        site.simulator().inject(Fault.html(502).afterWrite());

        assertThat(send().status()).isEqualTo(502);
        assertThat(messages()).hasSize(1);
        assertThat(site.simulator().journal().writesTo(sessionId)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"401,invalid_session", "404,not_subscribed", "420,rate_limited", "423,quota_limit_exceeded"})
    void anErrorHasItsReason(int code, String reason) {
        site.simulator().inject(Fault.status(code));

        Reply reply = send();

        assertThat(reply.status()).isEqualTo(code);
        assertThat(reply.reason()).isEqualTo(reason);
        assertThat(reply.headers().firstValue("Retry-After")).isEmpty();
    }

    @Test
    void aConnectionDroppedBeforeLeavesNoTrace() {
        site.simulator().inject(new Fault.Drop(Moment.BEFORE_WRITE));

        assertThatThrownBy(this::send).isInstanceOf(UncheckedIOException.class);
        assertThat(messages()).isEmpty();
    }

    @Test
    void aConnectionDroppedAfterLosesOnlyTheAnswer() {
        site.simulator().inject(new Fault.Drop(Moment.AFTER_WRITE));

        assertThatThrownBy(this::send).isInstanceOf(UncheckedIOException.class);
        assertThat(messages()).extracting(Message::fingerprint).containsExactly(7L);
        assertThat(site.simulator().journal().entries()).singleElement().satisfies(entry -> {
            assertThat(entry.status()).isZero();
            assertThat(entry.effect()).isPositive();
            assertThat(entry.fault()).isEqualTo(new Fault.Drop(Moment.AFTER_WRITE));
        });
    }

    @Test
    void aStallKeepsTheCallerWaitingForNothing() {
        site.simulator().inject(new Fault.Stall(Duration.ofSeconds(30)));
        String path = "website/" + site.workspace().website().websiteId();
        HttpRequest impatient = site.request(path, site.simulator().websiteToken())
                .timeout(Duration.ofMillis(300))
                .build();

        assertThatThrownBy(() -> site.send(impatient)).hasCauseInstanceOf(HttpTimeoutException.class);
    }

    @Test
    void aStallEndsWithoutAnAnswer() {
        site.simulator().inject(new Fault.Stall(Duration.ofMillis(100)));

        assertThatThrownBy(this::send).hasCauseInstanceOf(IOException.class);
        assertThat(messages()).hasSize(1);
    }

    @Test
    void aTruncatedBodyEndsHalfWay() {
        site.simulator().inject(new Fault.TruncatedBody());

        assertThatThrownBy(this::send).isInstanceOf(UncheckedIOException.class);
        assertThat(messages()).hasSize(1);
    }

    @Test
    void garbageIsAPageUnderAGoodStatus() {
        site.simulator().inject(new Fault.Garbage());

        Reply reply = send();

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).startsWith("<html>");
        assertThat(messages()).isEmpty();
    }

    @Test
    void aSlowAnswerComesLateButTakesEffectAtOnce() {
        site.simulator().inject(new Fault.Slow(Duration.ofMillis(300)));

        Reply reply = send();

        assertThat(reply.status()).isEqualTo(202);
        assertThat(messages()).hasSize(1);
    }

    @Test
    void aFaultCanBeForOneRouteOnly() {
        site.simulator().faults().times(2, Target.route("POST", SEND), Fault.status(500, "server_error"));

        assertThat(site.get("/conversation/" + sessionId).status()).isEqualTo(200);
        assertThat(List.of(send().status(), send().status(), send().status())).containsExactly(500, 500, 202);
    }

    private Reply send() {
        return site.post("/conversation/" + sessionId + "/message", TEXT);
    }

    private List<Message> messages() {
        return site.workspace().messages().of(sessionId);
    }
}
