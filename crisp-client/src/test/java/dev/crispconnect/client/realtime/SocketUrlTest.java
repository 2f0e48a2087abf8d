package dev.crispconnect.client.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SocketUrlTest {

    @ParameterizedTest
    @CsvSource({
        "wss://app.relay.crisp.chat/p/68/, https://app.relay.crisp.chat/p/68/",
        "https://app.relay.crisp.chat/p/68, https://app.relay.crisp.chat/p/68/",
        "WSS://relay.crisp.chat, https://relay.crisp.chat/",
        "ws://127.0.0.1:8081/x/, http://127.0.0.1:8081/x/",
        "http://[::1]:8081, http://[::1]:8081/"
    })
    void takesThePathOfTheEndpointForThatOfSocketIo(String endpoint, String url) {
        assertThat(SocketUrl.of(endpoint, false)).hasToString(url + "?EIO=4&transport=websocket");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "relay.crisp.chat",
                "ftp://relay.crisp.chat/",
                "file:///etc/passwd",
                "wss:///p/",
                "wss://user:secret@relay.crisp.chat/",
                "wss://relay.crisp.chat/?a=b",
                "wss://relay.crisp.chat/#a",
                "wss://relay crisp chat/",
                "mailto:a@b.c"
            })
    void refusesAnythingElseWithoutRepeatingIt(String endpoint) {
        assertThatThrownBy(() -> SocketUrl.of(endpoint, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the realtime endpoint ")
                .hasMessageNotContaining("secret");
    }

    @Test
    void refusesClearTextWhereEncryptionIsAskedFor() {
        assertThat(SocketUrl.of("wss://relay.crisp.chat/", true)).hasScheme("https");
        assertThatThrownBy(() -> SocketUrl.of("ws://relay.crisp.chat/", true)).hasMessageContaining("in clear");
    }
}
