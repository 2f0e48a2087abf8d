package dev.crispconnect.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crispconnect.simulator.Site;
import dev.crispconnect.simulator.Site.Reply;
import dev.crispconnect.simulator.access.Token;
import dev.crispconnect.simulator.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every write with random bodies, some nearly right: each is answered in the envelope, and none makes the simulator fail. */
class HostileBodiesTest {

    private static final int ROUNDS = 12;

    private Site site;
    private RandomJson json;

    @BeforeEach
    void open() {
        site = Site.open();
        site.workspace().seed(5, 3, 5);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyWriteAnswersInTheEnvelope(long seed) {
        Random random = new Random(seed);
        json = new RandomJson(random);
        for (int round = 0; round < ROUNDS; round++) {
            for (String route : writes()) {
                String[] parts = route.split(" ", 2);
                String body = json.body(parts[1]);
                Reply reply = site.callAs(caller(random), parts[0], path(parts[1], random), body);
                assertThat(inTheEnvelope(reply))
                        .as("%s %s: %s", route, body, reply)
                        .isTrue();
            }
            whatCanBeReadIsStillRead();
        }
    }

    private void whatCanBeReadIsStillRead() {
        for (String path : List.of(
                "/conversations/1?include_empty=1",
                "/people/profiles/1",
                "/settings",
                "/operators/list",
                "/inboxes/list")) {
            Reply reply = site.get(path);
            assertThat(reply.status()).as(path).isBetween(200, 206);
            assertThat(inTheEnvelope(reply)).as(path).isTrue();
        }
        site.workspace().conversations().all().forEach(conversation -> {
            Reply reply = site.get("/conversation/" + conversation.sessionId() + "/messages");
            assertThat(reply.status()).isBetween(200, 206);
        });
    }

    private static boolean inTheEnvelope(Reply reply) {
        JsonNode envelope = reply.json();
        return reply.status() < 500
                && envelope.size() == 3
                && envelope.path("error").isBoolean()
                && envelope.path("error").asBoolean() == reply.status() >= 400
                && envelope.path("reason").asText().matches("[a-z_]+")
                && (envelope.path("data").isObject() || envelope.path("data").isArray());
    }

    private List<String> writes() {
        return site.simulator().routes().stream()
                .filter(route -> !route.startsWith("GET ") && !route.startsWith("HEAD "))
                .toList();
    }

    private Token caller(Random random) {
        List<Token> tokens = List.of(
                site.simulator().userToken(),
                site.simulator().websiteToken(),
                site.simulator().pluginToken());
        return tokens.get(random.nextInt(tokens.size()));
    }

    private String path(String template, Random random) {
        Workspace workspace = site.workspace();
        List<String> sessionIds = new ArrayList<>(List.of("x"));
        workspace.conversations().all().forEach(each -> sessionIds.add(each.sessionId()));
        List<String> peopleIds = new ArrayList<>(List.of("x"));
        workspace.people().all().forEach(each -> peopleIds.add(each.peopleId()));
        List<String> userIds = workspace.operators().list().stream()
                .map(member -> member.userId())
                .toList();
        return template.substring(1)
                .replace("{website_id}", workspace.website().websiteId())
                .replace("{session_id}", RandomJson.pick(sessionIds, random))
                .replace("{people_id}", RandomJson.pick(peopleIds, random))
                .replace("{user_id}", RandomJson.pick(userIds, random))
                .replaceAll("\\{[a-z_]+}", "1");
    }
}
