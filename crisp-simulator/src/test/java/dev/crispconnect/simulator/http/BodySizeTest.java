package dev.crispconnect.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.simulator.Site;
import dev.crispconnect.simulator.Site.Reply;
import dev.crispconnect.simulator.switches.AccessSwitch;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BodySizeTest {

    private Site site;

    @BeforeEach
    void open() {
        site = Site.open();
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void aBodyOfAMebibyteIsReadAndALargerOneIsNot() {
        assertThat(site.post("/conversation", json(1_048_576)).status()).isEqualTo(201);

        Reply refused = site.post("/conversation", json(1_048_577));

        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.reason()).isEqualTo("payload_too_large");
        assertThat(site.workspace().conversations().all()).hasSize(1);
    }

    @Test
    void aBodyOfUnknownLengthIsCounted() {
        site.simulator().switches().set(AccessSwitch.MAX_BODY, 1_000);

        assertThat(chunked(json(1_000)).status()).isEqualTo(201);
        assertThat(chunked(json(1_001)).status()).isEqualTo(413);
    }

    @Test
    void theConnectionGoesOnAfterARefusal() {
        site.post("/conversation", json(2_000_000));

        assertThat(site.post("/conversation", "{}").status()).isEqualTo(201);
        assertThat(site.simulator().journal().inFlight()).isZero();
    }

    @Test
    void aCallerWhoAsksBeforeSendingIsToldToGoOn() {
        String path = "website/" + site.workspace().website().websiteId() + "/conversation";

        Reply reply = site.send(site.request(path, site.simulator().websiteToken())
                .POST(BodyPublishers.ofString("{}"))
                .expectContinue(true)
                .timeout(Duration.ofSeconds(5))
                .build());

        assertThat(reply.status()).isEqualTo(201);
    }

    private Reply chunked(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        BodyPublisher body = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes));
        String path = "website/" + site.workspace().website().websiteId() + "/conversation";
        return site.send(
                site.request(path, site.simulator().websiteToken()).POST(body).build());
    }

    private static String json(int bytes) {
        String frame = "{\"note\":\"\"}";
        return "{\"note\":\"" + "x".repeat(bytes - frame.length()) + "\"}";
    }
}
