package dev.crispconnect.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made of any status with any body. */
class RepliesTest {

    private static final Call<Void> WRITE = Conversations.changeState("w", "s", "resolved");
    private static final Call<String> READ = Conversations.state("w", "s");

    private static final String HTML = "<html><body>Bad Gateway</body></html>";

    @Test
    void decodesTheDataOfAnEnvelope() {
        Answer<String> answer = Replies.read(READ, reply(200, """
                        {"error": false, "reason": "resolved", "data": {"state": "unresolved", "later": [1]}}
                        """));

        assertThat(answer.data()).isEqualTo("unresolved");
        assertThat(answer.reason()).isEqualTo("resolved");
    }

    @ParameterizedTest
    @CsvSource({"200, true", "204, true", "206, true", "404, false"})
    void takesAnAnswerWithoutBodyByItsStatusWhenThatIsTheQuestion(int status, boolean exists) {
        Answer<Boolean> answer = Replies.read(Conversations.exists("w", "s"), reply(status, ""));

        assertThat(answer.data()).isEqualTo(exists);
        assertThat(answer.status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"401, Denied", "402, Denied", "403, Denied", "420, Throttled", "429, Throttled", "503, Unavailable"})
    void doesNotTakeAnyOtherStatusForANo(int status, String kind) {
        CrispException failure = catchThrowableOfType(
                CrispException.class, () -> Replies.read(Conversations.exists("w", "s"), reply(status, "")));

        assertThat(failure.getClass().getSimpleName()).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error\":false}",
                "{\"error\":false,\"reason\":\"updated\"}",
                "{\"error\":false,\"reason\":\"updated\",\"data\":null}",
                "{\"error\":false,\"reason\":\"updated\",\"data\":{}}",
                "{\"error\":false,\"reason\":7,\"data\":[]}",
            })
    void takesAWriteForDoneWhateverItsDataIs(String body) {
        assertThat(Replies.read(WRITE, reply(202, body)).data()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "OK",
                "null",
                "true",
                "[]",
                "{}",
                "\"error\"",
                HTML,
                "{\"error\":false,\"data\":{}",
                "{\"error\":false}{\"error\":false}",
                "{\"error\":\"false\",\"data\":{}}",
                "{\"status\":\"up\"}",
            })
    void doesNotTakeASuccessStatusAloneForASuccess(String body) {
        CrispException.Unreadable failure =
                catchThrowableOfType(CrispException.Unreadable.class, () -> Replies.read(WRITE, reply(200, body)));

        assertThat(failure).hasMessageContaining("no Crisp envelope").hasNoCause();
        assertThat(failure.mayHaveTakenEffect()).isTrue();
    }

    @Test
    void doesNotReadAnotherEncodingForText() {
        byte[] latin = "{\"error\":false,\"data\":{\"state\":\"gel\u00f6st\"}}".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(catchThrowable(() -> Replies.read(READ, reply(200, latin))))
                .isInstanceOf(CrispException.Unreadable.class);
    }

    @Test
    void doesNotTakeASuccessThatSaysItIsAnErrorForEither() {
        CrispException.Unreadable failure = catchThrowableOfType(
                CrispException.Unreadable.class,
                () -> Replies.read(WRITE, reply(200, "{\"error\":true,\"reason\":\"invalid_data\"}")));

        assertThat(failure.reason()).isEqualTo("invalid_data");
        assertThat(failure.mayHaveTakenEffect()).isTrue();
    }

    @Test
    void namesTheFieldThatAnAnswerLacks() {
        assertThat(catchThrowable(() -> Replies.read(READ, reply(200, "{\"error\":false,\"data\":{}}"))))
                .isInstanceOf(CrispException.Unreadable.class)
                .hasMessageContaining("field state is missing");
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 205})
    void needsNoBodyWhereHttpHasNone(int status) {
        assertThat(Replies.read(WRITE, reply(status, "")).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @MethodSource("errorsWithAnyBody")
    void classifiesEveryErrorStatusWhateverItsBody(int status, String body) {
        Throwable failure = catchThrowable(() -> Replies.read(WRITE, reply(status, body)));

        assertThat(failure).isInstanceOf(CrispException.class).hasNoCause();
        assertThat(((CrispException) failure).status()).isEqualTo(status);
        assertThat(((CrispException) failure).reason()).isEmpty();
        assertThat(failure).isNotInstanceOf(CrispException.Missing.class);
        assertThat(failure.getMessage()).doesNotContain("Gateway", "ilse@example.org");
    }

    static Stream<Arguments> errorsWithAnyBody() {
        return IntStream.of(
                        300, 302, 400, 401, 402, 403, 404, 408, 409, 413, 420, 422, 423, 425, 429, 500, 502, 503, 504)
                .boxed()
                .flatMap(status -> Stream.of(
                                "",
                                "not json",
                                HTML,
                                "{\"error\":tr",
                                "{}",
                                "null",
                                "{\"error\":false,\"reason\":\"conversation_not_found\",\"data\":{}}",
                                "{\"error\":true,\"reason\":\"No ilse@example.org here\",\"data\":{}}",
                                "{\"error\":true,\"data\":{}}")
                        .map(body -> Arguments.of(status, body)));
    }

    @Test
    void takesAnObjectForMissingOnlyWhenCrispSaysSo() {
        CrispException.Missing missing = catchThrowableOfType(
                CrispException.Missing.class,
                () -> Replies.read(WRITE, reply(404, "{\"error\":true,\"reason\":\"conversation_not_found\"}")));

        assertThat(missing.reason()).isEqualTo("conversation_not_found");
    }

    @Test
    void survivesDeeplyNestedGarbage() {
        String nested = "{\"error\":false,\"data\":" + "[".repeat(200_000);

        assertThat(catchThrowable(() -> Replies.read(READ, reply(200, nested))))
                .isInstanceOf(CrispException.Unreadable.class);
    }

    private static Reply reply(int status, String body) {
        return reply(status, body.getBytes(StandardCharsets.UTF_8));
    }

    private static Reply reply(int status, byte[] body) {
        return new Reply(status, Answer.Headers.NONE, Optional.of(body));
    }
}
