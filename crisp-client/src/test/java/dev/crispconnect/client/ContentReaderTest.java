package dev.crispconnect.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.crispconnect.client.conversation.MessageContent;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ContentReaderTest {

    @ParameterizedTest
    @MethodSource("contents")
    void readsEachTypeInItsShape(String type, String json, MessageContent content) throws Exception {
        assertThat(ContentReader.content(type, json(json))).isEqualTo(content);
    }

    static Stream<Arguments> contents() {
        return Stream.of(
                Arguments.of("text", "\"Hello\"", new MessageContent.Text("Hello")),
                Arguments.of("note", "\"Called\"", new MessageContent.Text("Called")),
                Arguments.of(
                        "file",
                        "{\"name\":\"n\",\"url\":\"u\",\"type\":\"t\"}",
                        new MessageContent.File("n", "u", "t")),
                Arguments.of("animation", "{\"url\":\"u\",\"type\":\"t\"}", new MessageContent.Animation("u", "t")),
                Arguments.of(
                        "audio",
                        "{\"url\":\"u\",\"type\":\"t\",\"duration\":13}",
                        new MessageContent.Audio("u", "t", 13.0)),
                Arguments.of(
                        "picker",
                        """
                        {"id": "i", "text": "t", "required": true, "choices": [
                          {"value": "v", "icon": "c", "label": "l", "selected": false,
                           "action": {"type": "link", "target": "x"}},
                          {"value": "w"}, 7]}
                        """,
                        new MessageContent.Picker(
                                "i",
                                "t",
                                List.of(
                                        new MessageContent.Picker.Choice(
                                                "v",
                                                "c",
                                                "l",
                                                false,
                                                new MessageContent.Picker.ChoiceAction("link", "x")),
                                        new MessageContent.Picker.Choice("w", null, null, null, null)),
                                true)),
                Arguments.of(
                        "field",
                        "{\"id\":\"i\",\"text\":\"t\",\"explain\":\"e\",\"value\":\"v\",\"required\":false}",
                        new MessageContent.Field("i", "t", "e", "v", false)),
                Arguments.of(
                        "carousel",
                        """
                        {"text": "t", "targets": [
                          {"title": "a", "description": "d", "image": "i", "actions": [{"label": "l", "url": "u"}]}]}
                        """,
                        new MessageContent.Carousel(
                                "t",
                                List.of(new MessageContent.Carousel.Card(
                                        "a", "d", "i", List.of(new MessageContent.Carousel.CardAction("l", "u")))))),
                Arguments.of(
                        "event",
                        "{\"namespace\":\"state:resolved\"}",
                        new MessageContent.Event("state:resolved", null)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"text | {}", "text | 7", "file | \"x\"", "picker | []", "hologram | {}", "hologram | \"x\""})
    void doesNotForceAContentIntoATypeItDoesNotFit(String type, String json) throws Exception {
        assertThat(ContentReader.content(type, json(json))).isEqualTo(new MessageContent.Unknown());
    }

    @Test
    void copesWithoutTypeAndWithoutContent() throws Exception {
        assertThat(ContentReader.content(null, json("\"x\""))).isEqualTo(new MessageContent.Unknown());
        assertThat(ContentReader.content("text", MissingNode.getInstance())).isEqualTo(new MessageContent.Unknown());
    }

    private static JsonNode json(String text) throws Exception {
        return new JsonMapper().readTree(text);
    }
}
