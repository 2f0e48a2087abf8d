package dev.crispconnect.simulator.http;

import dev.crispconnect.simulator.json.JsonCodec;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Bodies as nobody should send them: random ones made of the API's words, and right ones with a field gone wrong. */
final class RandomJson {

    private static final List<String> BROKEN =
            List.of("", "null", "[]", "\"x\"", "1", "{", "{}{}", "[{}]", "{\"a\":1,}");

    /** Bodies that are right, by the last word of their routes. */
    private static final Map<String, List<String>> RIGHT = Map.of(
            "message",
            List.of(
                    "{\"type\": \"text\", \"from\": \"user\", \"origin\": \"chat\", \"content\": \"Hello\", "
                            + "\"fingerprint\": 7, \"timestamp\": 1760000200000, \"user\": {\"nickname\": \"Ilse\"}, "
                            + "\"mentions\": [\"mo\"], \"properties\": {\"a\": 1}, \"references\": "
                            + "[{\"type\": \"link\", \"name\": \"n\", \"target\": \"t\"}], "
                            + "\"original\": {\"type\": \"text/html\", \"content\": \"x\"}}",
                    "{\"type\": \"picker\", \"from\": \"operator\", \"origin\": \"chat\", \"content\": {\"id\": \"i\", "
                            + "\"text\": \"t\", \"choices\": [{\"value\": \"v\", \"label\": \"l\", \"selected\": true}]}}",
                    "{\"type\": \"file\", \"from\": \"operator\", \"origin\": \"email\", \"content\": {\"name\": \"n\", "
                            + "\"url\": \"u\", \"type\": \"t\"}}"),
            "meta",
            List.of("{\"nickname\": \"Ilse\", \"email\": \"i@example.org\", \"data\": {\"a\": 1, \"b\": true}, "
                    + "\"segments\": [\"vip\"], \"device\": {\"timezone\": -120, \"system\": {\"os\": {\"name\": \"x\"}}, "
                    + "\"geolocation\": {\"coordinates\": {\"latitude\": 1.5, \"longitude\": 2}}}}"),
            "profile",
            List.of(
                    "{\"email\": \"i@example.org\", \"person\": {\"nickname\": \"Ilse\", \"timezone\": 60}, "
                            + "\"company\": {\"metrics\": {\"employees\": 4}}, \"segments\": [\"vip\"], \"active\": 1760000200000}"),
            "participants",
            List.of("{\"participants\": [{\"type\": \"email\", \"target\": \"a@example.org\"}]}"),
            "settings",
            List.of(
                    "{\"name\": \"Shop\", \"domain_alternates\": [\"a\"], \"chatbox\": {\"tile\": \"x\", \"home\": true}}"),
            "inbox",
            List.of(
                    "{\"name\": \"Inbox\", \"order\": 1, \"operators\": [], \"conditions\": [{\"model\": \"session\", "
                            + "\"criterion\": \"c\", \"operator\": \"eq\", \"query\": [\"a\"]}]}",
                    "{\"inbox_id\": null}"));

    private final Random random;

    RandomJson(Random random) {
        this.random = random;
    }

    /** A body for a route. */
    String body(String template) {
        List<String> right =
                RIGHT.getOrDefault(template.replaceAll("/\\{[a-z_]+}$", "").replaceAll(".*/", ""), List.of());
        if (random.nextInt(10) == 0) {
            return pick(BROKEN, random);
        }
        if (!right.isEmpty() && random.nextInt(4) > 0) {
            return JsonCodec.text(spoilt(parsed(pick(right, random)), 0));
        }
        return JsonCodec.text(object(3, template));
    }

    static <T> T pick(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    private static Object parsed(String text) {
        try {
            return JsonCodec.parse(text, Object.class);
        } catch (Exception e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    /** The same with a value here and there replaced or gone. */
    private Object spoilt(Object value, int depth) {
        if (depth > 0 && random.nextInt(8) == 0) {
            return value(2);
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((key, child) -> {
                if (random.nextInt(16) > 0) {
                    copy.put((String) key, spoilt(child, depth + 1));
                }
            });
            return copy;
        }
        return value instanceof List<?> list
                ? list.stream().map(child -> spoilt(child, depth + 1)).toList()
                : value;
    }

    private Map<String, Object> object(int depth, String template) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            object.put(word(template), value(depth - 1));
        }
        return object;
    }

    private Object value(int depth) {
        int kind = depth == 0 ? 9 : random.nextInt(10);
        if (kind < 2) {
            return object(depth, "");
        }
        return kind < 4
                ? IntStream.range(0, random.nextInt(4))
                        .mapToObj(i -> value(depth - 1))
                        .toList()
                : leaf();
    }

    private Object leaf() {
        List<Object> leaves = new ArrayList<>(Arrays.asList(
                null,
                true,
                0,
                -1,
                Long.MAX_VALUE,
                Long.MIN_VALUE,
                BigInteger.TWO.pow(70),
                1.5,
                Double.MAX_VALUE,
                "",
                " ",
                "é🙏",
                "\ud83d",
                "2026-03-02T09:30:00Z",
                "a@example.org"));
        leaves.add(word(""));
        return pick(leaves, random);
    }

    private String word(String template) {
        List<String> words = new ArrayList<>(List.of(
                "type",
                "from",
                "origin",
                "content",
                "text",
                "user",
                "operator",
                "chat",
                "state",
                "resolved",
                "assigned",
                "user_id",
                "inbox_id",
                "data",
                "segments",
                "sessions",
                "people",
                "profiles",
                "search",
                "participants",
                "verified",
                "identity",
                "method",
                "link",
                "recipient",
                "token",
                "flag",
                "date",
                "note",
                "command",
                "payload",
                "to",
                "mode",
                "action",
                "audio",
                "fingerprints",
                "opened",
                "blocked",
                "start",
                "name",
                "domain",
                "email",
                "role",
                "owner",
                "member",
                "title",
                "verify",
                "secret",
                "orders",
                "order",
                "url",
                "mapping",
                "namespace",
                "upload",
                "id",
                "file",
                "resource",
                "subject",
                "message",
                "key",
                "segment"));
        words.add(template.replaceAll(".*/", ""));
        return pick(words, random);
    }
}
