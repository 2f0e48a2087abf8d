package dev.crispconnect.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which changes of settings go together with what was emitted before. */
class ShapingTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
                    feeds,         messages,      'conversations,messages'
                    topic.pattern, crisp.${feed}, ${feed}
                    message.key,   conversation,  message
                    people.data,   false,         true
                    people.data,   true,          false
                    echo.policy,   drop,          mark
                    echo.origins,  'urn:a,urn:b', urn:a
                    """)
    void thoseThatLeaveAHoleOrAChangeOfFormAreNamedWithOldAndNewValue(String name, String before, String now) {
        assertThat(breaks(name, before, now)).containsExactly(name + " was '" + before + "' and is '" + now + "'");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    feeds,         'conversations,messages', messages
                    echo.policy,   mark,                     drop
                    echo.origins,  urn:a,                    'urn:b,urn:a'
                    topic.pattern, crisp.${feed},            crisp.${feed}
                    """)
    void toLeaveMoreOutFromNowOnIsHarmless(String name, String before, String now) {
        assertThat(breaks(name, before, now)).isEmpty();
    }

    @Test
    void settingsThatWereNotStoredOrMeanNothingNowAreNotCompared() {
        Shaping one = new Shaping(Map.of("message.key", "message"));

        assertThat(one.breaksWith(new Shaping(Map.of("of.a.later.version", "x"))))
                .isEmpty();
    }

    @Test
    void itIsOneLineThatCanBeReadBack() {
        Shaping shaping =
                Shaping.fromText("feeds=messages echo.origins=urn:a%20b").orElseThrow();

        assertThat(shaping.values()).isEqualTo(Map.of("feeds", "messages", "echo.origins", "urn:a%20b"));
        assertThat(shaping.asText()).isEqualTo("feeds=messages echo.origins=urn:a%20b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "feeds", "=x", "feeds=a  people.data=true", "feeds=a feeds=b"})
    void whatIsNoSuchLineIsNotRead(String text) {
        assertThat(Shaping.fromText(text)).isEmpty();
    }

    private static List<String> breaks(String name, String before, String now) {
        return new Shaping(Map.of(name, now)).breaksWith(new Shaping(Map.of(name, before)));
    }
}
