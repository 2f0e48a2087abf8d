package dev.crispconnect.client.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {

    @Test
    void everyKindOfValueHasItsJavaType() throws JsonTextException {
        Object read = JsonText.read("""
                {"text": "h\\u00e9", "whole": 7, "large": 123456789012345678901234567890, "exact": 0.10,
                 "scientific": 1e3, "yes": true, "nothing": null, "list": [1, "a"], "object": {"inner": false}}""");

        assertThat(read).isInstanceOf(Map.class);
        Map<?, ?> fields = (Map<?, ?>) read;
        assertThat(fields.get("text")).isEqualTo("hé");
        assertThat(fields.get("whole")).isEqualTo(7L);
        assertThat(fields.get("large")).isEqualTo(new BigInteger("123456789012345678901234567890"));
        assertThat(fields.get("exact")).isEqualTo(new BigDecimal("0.10"));
        assertThat(fields.get("scientific")).isEqualTo(1000.0);
        assertThat(fields.get("yes")).isEqualTo(true);
        assertThat(fields.containsKey("nothing")).isTrue();
        assertThat(fields.get("list")).isEqualTo(Arrays.asList(1L, "a"));
        assertThat(fields.get("object")).isEqualTo(Map.of("inner", false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "{", "[1,", "{\"a\"}", "{\"a\":}", "nul", "01", "1 2", "{} x", "'a'", "NaN", "\"a"})
    void whatIsNotExactlyOneValueIsRefused(String text) {
        assertThat(refusalOf(text)).hasMessageContaining("not JSON");
    }

    @Test
    void aNameGivenTwiceIsRefusedByItsName() {
        JsonTextException refusal = refusalOf("{\"a\": 1, \"a\": 2}");

        assertThat(refusal.field()).contains("a");
        assertThat(refusal).hasMessage("given twice");
    }

    @Test
    void nestingIsBounded() {
        assertThat(refusalOf("[".repeat(100_000))).hasMessageContaining("nested more than 32 deep");
    }

    @Test
    void theLengthOfNumbersIsBounded() {
        assertThat(refusalOf("9".repeat(41))).hasMessageContaining("more than 40 digits");
    }

    @Test
    void whatWasReadIsNotRepeatedInTheError() {
        assertThat(refusalOf("{\"secret\": hunter2}").getMessage()).doesNotContain("hunter2", "secret");
    }

    @Property
    void anyTextIsReadOrRefused(@ForAll String text) {
        try {
            JsonText.read(text);
        } catch (JsonTextException refused) {
            assertThat(refused).hasMessageContaining("JSON");
        }
    }

    @Property
    void textSurvives(@ForAll String text) throws Exception {
        assertThat(JsonText.read(new ObjectMapper().writeValueAsString(text))).isEqualTo(text);
    }

    @Property
    void listsOfNumbersSurvive(@ForAll List<Long> numbers) throws JsonTextException {
        assertThat(JsonText.read(numbers.toString())).isEqualTo(numbers);
    }

    private static JsonTextException refusalOf(String text) {
        return catchThrowableOfType(JsonTextException.class, () -> JsonText.read(text));
    }
}
