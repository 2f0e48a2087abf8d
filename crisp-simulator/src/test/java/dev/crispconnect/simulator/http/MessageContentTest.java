package dev.crispconnect.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.buffer.Buffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageContentTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "text      | 'Hello'",
                "note      | 'Called the carrier'",
                "file      | {'name': 'a.pdf', 'url': 'u', 'type': 'application/pdf'}",
                "animation | {'url': 'u', 'type': 'image/gif'}",
                "audio     | {'url': 'u', 'type': 'audio/mpeg', 'duration': 13}",
                "audio     | {'url': 'u', 'type': 'audio/mpeg', 'duration': 13.5}",
                "picker    | {'id': 'p', 'text': 't', 'choices': []}",
                "picker    | {'id': 'p', 'text': 't', 'choices': [{'value': 'r', 'label': 'Red', 'selected': true}], 'required': true}",
                "picker    | {'id': 'p', 'text': 't', 'choices': [{'value': 'r', 'label': 'Red', 'selected': false, 'icon': 'r', 'action': {'type': 'link', 'target': 'u'}}]}",
                "field     | {'id': 'f', 'text': 't', 'explain': 'e', 'value': ''}",
                "field     | {'id': 'f', 'text': 't', 'explain': 'e', 'value': 'v', 'required': false}",
                "carousel  | {'text': 't', 'targets': []}",
                "carousel  | {'text': 't', 'targets': [{'title': 'a', 'description': 'b', 'image': 'i', 'actions': [{'label': 'l', 'url': 'u'}]}]}",
                "event     | {'namespace': 'state:resolved'}",
                "event     | {'namespace': 'state:resolved', 'text': 'Resolved'}",
                "file      | {'name': 'a.pdf', 'url': 'u', 'type': 't', 'unheard': ['of']}"
            })
    void contentIsKeptAsItWasSent(String type, String content) {
        Body body = body(content);

        assertThat(MessageContent.of(type, body)).isEqualTo(body.values().get("content"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "text      | 7                                                       | data.content should be string",
                "text      | '\\t '                                                  | data.content should NOT be shorter than 1 characters",
                "text      | null                                                    | data should have required property '.content'",
                "note      | {}                                                      | data.content should be string",
                "file      | 'a.pdf'                                                 | data.content should be object",
                "file      | {'url': 'u', 'type': 't'}                               | data.content should have required property '.name'",
                "file      | {'name': 1, 'url': 'u', 'type': 't'}                    | data.content.name should be string",
                "animation | {'type': 't'}                                           | data.content should have required property '.url'",
                "audio     | {'url': 'u', 'type': 't'}                               | data.content should have required property '.duration'",
                "audio     | {'url': 'u', 'type': 't', 'duration': '13'}             | data.content.duration should be number",
                "picker    | {'id': 'p', 'text': 't'}                                | data.content should have required property '.choices'",
                "picker    | {'id': 'p', 'text': 't', 'choices': {}}                 | data.content.choices should be array",
                "picker    | {'id': 'p', 'text': 't', 'choices': ['r']}              | data.content.choices[0] should be object",
                "picker    | {'id': 'p', 'text': 't', 'choices': [null]}             | data.content.choices[0] should be object",
                "picker    | {'id': 'p', 'text': 't', 'choices': [{'value': 'r', 'label': 'R', 'selected': true}, {'value': 'b'}]} | data.content.choices[1] should have required property '.label'",
                "picker    | {'id': 'p', 'text': 't', 'choices': [{'value': 'r', 'label': 'R'}]}                                   | data.content.choices[0] should have required property '.selected'",
                "picker    | {'id': 'p', 'text': 't', 'choices': [{'value': 'r', 'label': 'R', 'selected': 'no'}]}                 | data.content.choices[0].selected should be boolean",
                "picker    | {'id': 'p', 'text': 't', 'choices': [{'value': 'r', 'label': 'R', 'selected': true, 'icon': 1}]}      | data.content.choices[0].icon should be string",
                "picker    | {'id': 'p', 'text': 't', 'choices': [{'value': 'r', 'label': 'R', 'selected': true, 'action': {}}]}   | data.content.choices[0].action should have required property '.type'",
                "picker    | {'id': 'p', 'text': 't', 'choices': [], 'required': 1}  | data.content.required should be boolean",
                "field     | {'id': 'f', 'text': 't', 'value': ''}                   | data.content should have required property '.explain'",
                "field     | {'id': 'f', 'text': 't', 'explain': 'e'}                | data.content should have required property '.value'",
                "field     | {'id': 'f', 'text': 't', 'explain': 'e', 'value': 7}    | data.content.value should be string",
                "carousel  | {'text': 't'}                                           | data.content should have required property '.targets'",
                "carousel  | {'text': 't', 'targets': [{'title': 'a', 'description': 'b'}]}                                        | data.content.targets[0] should have required property '.actions'",
                "carousel  | {'text': 't', 'targets': [{'title': 'a', 'description': 'b', 'actions': [{'label': 'l'}]}]}           | data.content.targets[0].actions[0] should have required property '.url'",
                "event     | {'text': 'Resolved'}                                    | data.content should have required property '.namespace'",
                "event     | {'namespace': 'state:resolved', 'text': 7}              | data.content.text should be string"
            })
    void whatIsMissingOrOfTheWrongTypeIsNamedWithItsPlace(String type, String content, String sentence) {
        assertThatThrownBy(() -> MessageContent.of(type, body(content)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.answer()
                                .body()
                                .toJsonObject()
                                .getJsonObject("data")
                                .getString("message"))
                        .isEqualTo(sentence));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "note", "file", "animation", "audio", "picker", "field", "carousel", "event"})
    void thereAreNineTypes(String type) {
        assertThat(MessageContent.hasType(type)).isTrue();
        assertThat(MessageContent.hasType(type + "s")).isFalse();
    }

    private static Body body(String content) {
        return Body.of(JsonText.object(Buffer.buffer("{\"content\": " + content.replace('\'', '"') + "}")));
    }
}
