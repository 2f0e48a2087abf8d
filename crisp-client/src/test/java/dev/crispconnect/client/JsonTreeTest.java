package dev.crispconnect.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class JsonTreeTest {

    @Property
    void aTextIsWrittenAsJacksonWritesIt(@ForAll("texts") String text) {
        JsonNode node = TextNode.valueOf(text);

        assertThat(JsonTree.text(node)).isEqualTo(node.toString());
        assertThat(JsonTree.parse(JsonTree.text(node))).contains(node);
    }

    @Test
    void whatIsNoTextIsWrittenToo() {
        String json = "{\"a\":[1,\"b\",1.10]}";

        assertThat(JsonTree.parse(json).map(JsonTree::text)).contains(json);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(40),
                Arbitraries.strings()
                        .withChars("\"\\/\b\f\n\r\t\u0000\u001f\u007f\u2028<>&é中😀")
                        .ofMaxLength(40));
    }
}
