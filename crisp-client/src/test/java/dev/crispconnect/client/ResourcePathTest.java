package dev.crispconnect.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResourcePathTest {

    private static final String TEMPLATE = "/website/{website_id}/people/profile/{people_id}";

    @Test
    void fillsTheParametersInTheirOrder() {
        ResourcePath path = ResourcePath.of(TEMPLATE, "w1", "p1");

        assertThat(path.segments()).isEqualTo(List.of("website", "w1", "people", "profile", "p1"));
        assertThat(path.template()).isEqualTo(TEMPLATE);
    }

    @Test
    void encodesAMailAddressSoThatItsSignsSurviveAnyServer() {
        assertThat(lastSegment("i+b@example.org")).isEqualTo("i%2Bb%40example.org");
    }

    @Test
    void encodesWhatIsNotAscii() {
        assertThat(lastSegment("zo\u00eb \uD83D\uDE00")).isEqualTo("zo%C3%AB%20%F0%9F%98%80");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                ".",
                "..",
                "a/b",
                "../x",
                "a\\b",
                "a?b",
                "a#b",
                "a%2Fb",
                "%",
                "a\nb",
                "a\u0000",
                "a\u007f",
                "a\u0085b",
                "a\uD83D"
            })
    void refusesWhatCouldLeaveItsSegment(String value) {
        IllegalArgumentException refused =
                catchThrowableOfType(IllegalArgumentException.class, () -> ResourcePath.of(TEMPLATE, "w1", value));

        assertThat(refused).hasMessageStartingWith("people_id ");
        if (value != null && value.length() > 2) {
            assertThat(refused).hasMessageNotContaining(value);
        }
    }

    @Test
    void refusesAWrongNumberOfValues() {
        assertThat(catchThrowableOfType(
                        IllegalArgumentException.class, () -> ResourcePath.of(TEMPLATE, "w1", "p1", "p2")))
                .hasMessageContaining("2 parameters");
    }

    @Property(tries = 5000)
    void keepsAnyValueWholeInOneSegmentOrRefusesIt(@ForAll String value) {
        String segment;
        try {
            segment = lastSegment(value);
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessageStartingWith("people_id ");
            return;
        }

        URI url = URI.create("https://api.crisp.chat/v1/x/" + segment);
        assertThat(segment).matches("([A-Za-z0-9._~-]|%[0-9A-F]{2})+");
        assertThat(URLDecoder.decode(segment, StandardCharsets.UTF_8)).isEqualTo(value);
        assertThat(url.normalize()).isEqualTo(url);
    }

    private static String lastSegment(String value) {
        List<String> segments = ResourcePath.of(TEMPLATE, "w1", value).segments();
        return segments.get(segments.size() - 1);
    }
}
