package dev.crispconnect.client.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.client.json.JsonBody;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PacketCodecTest {

    @Test
    void readsTheServersHello() {
        assertThat(PacketCodec.read("0{\"sid\":\"x\",\"pingInterval\":25000,\"pingTimeout\":20000}"))
                .isEqualTo(new Packet.Open(Duration.ofSeconds(25), Duration.ofSeconds(20)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"pingInterval\":null}", "{\"pingInterval\":\"1\"}", "{\"pingInterval\":-1}"})
    void readsAHelloThatTellsNoBounds(String hello) {
        assertThat(PacketCodec.read("0" + hello)).isEqualTo(new Packet.Open(null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "3x", "5", "6", "43[]", "430[1]", "42/admin,[\"x\"]", "40/admin,"})
    void ignoresWhatNeedNotConcernIt(String frame) {
        assertThat(PacketCodec.read(frame)).isEqualTo(new Packet.Ignored());
    }

    @ParameterizedTest
    @ValueSource(strings = {"40", "40{\"sid\":\"x\"}", "40/", "40/,{\"sid\":\"x\"}"})
    void readsThatTheRootIsOpen(String frame) {
        assertThat(PacketCodec.read(frame)).isEqualTo(new Packet.Connected());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "42[\"a\",{\"b\":1}] | {\"b\":1}",
                "4217[\"a\",{\"b\":1}] | {\"b\":1}",
                "42/,[\"a\",{\"b\":1}] | {\"b\":1}",
                "42[\"a\", { \"b\" : 1.00 } , 7 ] | { \"b\" : 1.00 }",
                "42[\"a\",17] | 17",
                "42[\"a\", 17 ] | 17",
                "42[\"a\",\"x\"] | \"x\"",
                "42[\"a\",null,{\"c\":[[]]}] | null",
                "42[\"a\",[1,[2]]] | [1,[2]]",
            })
    void cutsTheFirstArgumentOutAsItCame(String frame, String argument) {
        assertThat(PacketCodec.read(frame)).isEqualTo(new Packet.Event("a", argument));
    }

    @Test
    void readsAnEventWithoutArgument() {
        assertThat(PacketCodec.read("42[\"a\"]")).isEqualTo(new Packet.Event("a", null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "42[\"a\"",
                "42[\"a\",{]",
                "42[\"a\",{}",
                "42[\"a\"]]",
                "42[\"a\"] 1",
                "42[null]",
                "42\"a\"",
                "42nonsense",
                "451-[\"a\"]",
                "461-[\"a\"]",
                "49",
                "7",
                "0",
                "0nonsense"
            })
    void makesNothingOfWhatIsBroken(String frame) {
        assertThat(PacketCodec.read(frame)).isInstanceOf(Packet.Unintelligible.class);
    }

    @Test
    void doesNotRepeatWhatItCannotRead() {
        assertThat(PacketCodec.read("42[\"a\",{\"personal\":tru}]").toString()).doesNotContain("personal", "tru}");
    }

    @Property(tries = 5000)
    void neverThrows(@ForAll("frames") String frame) {
        assertThat(PacketCodec.read(frame)).isNotNull();
    }

    @Property
    void readsWhatItWrites(@ForAll String name, @ForAll("arguments") Map<String, Object> argument) {
        assertThat(PacketCodec.read(PacketCodec.event(name, argument)))
                .isEqualTo(new Packet.Event(name, JsonBody.of(argument)));
    }

    @Provide
    Arbitrary<String> frames() {
        Arbitrary<String> anything = Arbitraries.strings().ofMaxLength(40);
        Arbitrary<String> nearly =
                Arbitraries.strings().withChars("0123456b[]{},:/-\"\\etrunlf. ").ofMaxLength(30);
        Arbitrary<String> cut = Arbitraries.integers()
                .between(0, 40)
                .map(length -> "42[\"message:send\",{\"a\":[1,{\"b\":null}]}]".substring(0, Math.min(length, 37)));
        return Arbitraries.oneOf(anything, nearly, nearly.map(text -> "42[" + text), cut);
    }

    @Provide
    Arbitrary<Map<String, Object>> arguments() {
        Arbitrary<Object> scalars = Arbitraries.oneOf(
                Arbitraries.strings().map(text -> text),
                Arbitraries.longs().map(number -> number),
                Arbitraries.of(true, false).map(flag -> flag));
        Arbitrary<Object> values = Arbitraries.oneOf(
                scalars, scalars.list().ofMaxSize(3).map(List::copyOf), scalars.map(value -> Map.of("nested", value)));
        return Arbitraries.maps(Arbitraries.strings(), values).ofMaxSize(5);
    }
}
