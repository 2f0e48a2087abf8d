package dev.crispconnect.source.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.client.realtime.Ending;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What an operator is told about each way in which there is no connection. */
class SetbackTest {

    static Stream<Arguments> passing() {
        return Stream.of(
                Arguments.of(
                        new Ending.Lost(0, new UnknownHostException("app.secret.example.org")),
                        "no connection, or it broke: UnknownHostException"),
                Arguments.of(new Ending.Lost(502, new SocketTimeoutException("x")), "the socket was refused: HTTP 502"),
                Arguments.of(
                        new Ending.Silent(Ending.Silence.HEARTBEAT),
                        "Crisp's heartbeat stopped, so the connection was dead"),
                Arguments.of(
                        new Ending.Silent(Ending.Silence.AUTHENTICATION),
                        "Crisp did not answer the authentication in time"),
                Arguments.of(new Ending.ClosedByServer(1001), "Crisp closed the socket: code 1001"),
                Arguments.of(new Ending.ClosedByServer(0), "Crisp ended the connection"),
                Arguments.of(
                        new Ending.Unintelligible("a binary frame"),
                        "what came is nothing that Crisp would send: a binary frame"),
                Arguments.of(new Ending.ClosedByUs(), "the connection was closed on this side"));
    }

    @ParameterizedTest
    @MethodSource
    void passing(Ending ending, String reason) {
        Setback setback = Setback.of(ending);

        assertThat(setback.reason()).isEqualTo(reason);
        assertThat(setback.lasting()).isFalse();
    }

    @Test
    void aRefusedTokenLastsAndComesWithAdvice() {
        Setback setback = Setback.of(new Ending.Refused("invalid session"));

        assertThat(setback.lasting()).isTrue();
        assertThat(setback.reason()).contains("said: invalid session", "Check that the token", "tier", "scopes");
        assertThat(Setback.of(new Ending.Refused("")).reason()).doesNotContain("said");
    }

    @Test
    void ofAnUnexpectedFailureItsKindIsToldAndNotWhatItSays() {
        assertThat(Setback.of(new IllegalStateException("key=abc")).reason())
                .isEqualTo("asking where to connect failed with IllegalStateException");
    }
}
