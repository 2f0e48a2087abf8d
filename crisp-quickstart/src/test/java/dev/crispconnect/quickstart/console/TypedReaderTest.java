package dev.crispconnect.quickstart.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedReaderTest {
    private final Conversations conversations = new Conversations();
    private final TypedReader reader = new TypedReader(conversations);

    @BeforeEach
    void twoConversationsAreKnown() {
        conversations.of("session_a");
        conversations.of("session_b");
    }

    @Test
    void resolveMayCarryANote() throws Exception {
        assertThat(reader.read("resolve 2")).isEqualTo(new Typed.Command("session_b", json("""
                {"command": "resolve_conversation", "session_id": "session_b"}
                """)));
        assertThat(reader.read("  Resolve #2   parcel  arrived ")).isEqualTo(new Typed.Command("session_b", json("""
                {"command": "resolve_conversation", "session_id": "session_b", "note": "parcel  arrived"}
                """)));
    }

    @Test
    void archiveTakesANumber() throws Exception {
        assertThat(reader.read("archive 1")).isEqualTo(new Typed.Command("session_a", json("""
                {"command": "archive_conversation", "session_id": "session_a"}
                """)));
    }

    @Test
    void sendTakesANumberAndAText() throws Exception {
        assertThat(reader.read("send 1 It is \"on its way\"")).isEqualTo(new Typed.Command("session_a", json("""
                {"command": "send_message", "session_id": "session_a", "text": "It is \\"on its way\\""}
                """)));
    }

    @Test
    void profileTakesAnAddressAndFieldsWhoseValuesMayHoldSpaces() throws Exception {
        assertThat(reader.read("profile lena@example.org nickname=Lena Brandt notepad=likes tea"))
                .isEqualTo(new Typed.Command("lena@example.org", json("""
                        {"command": "update_people_profile", "people_id": "lena@example.org",
                         "notepad": "likes tea", "person": {"nickname": "Lena Brandt"}}
                        """)));
    }

    @Test
    void theRestIsAboutTheProgramItself() {
        assertThat(reader.read("list")).isEqualTo(new Typed.ListAll());
        assertThat(reader.read("help")).isEqualTo(new Typed.Help());
        assertThat(reader.read("QUIT")).isEqualTo(new Typed.Quit());
        assertThat(reader.read("   ")).isEqualTo(new Typed.Nothing());
    }

    @ParameterizedTest
    @CsvSource({
        "resolve, Which conversation?",
        "resolve all, Which conversation?",
        "resolve 3, There is no conversation #3",
        "resolve 12345678901, Which conversation?",
        "archive 1 now, nothing else",
        "send 1, a number and a text",
        "profile lena nickname=Lena, an e-mail and fields",
        "profile lena@example.org, an e-mail and fields",
        "profile lena@example.org Lena, Not a field of a contact: Lena",
        "dance, Unknown: dance"
    })
    void aMistakeGetsAHint(String line, String hint) {
        assertThat(reader.read(line)).isInstanceOfSatisfying(Typed.Mistake.class, mistake -> assertThat(mistake.hint())
                .contains(hint));
    }

    private static ObjectNode json(String text) throws JsonProcessingException {
        return (ObjectNode) new ObjectMapper().readTree(text);
    }
}
