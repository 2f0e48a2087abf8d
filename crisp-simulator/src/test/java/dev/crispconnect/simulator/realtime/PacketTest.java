package dev.crispconnect.simulator.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;

class PacketTest {

    @Property
    void anEnginePacketIsReadBackAsItWasWritten(@ForAll EnginePacket.Type type, @ForAll String data) {
        EnginePacket packet = new EnginePacket(type, data);

        assertThat(EnginePacket.decode(packet.encode())).contains(packet);
    }

    @Property
    void aSocketPacketIsReadBackAsItWasWritten(@ForAll("socketPackets") SocketPacket packet) {
        assertThat(SocketPacket.decode(packet.encode())).contains(packet);
    }

    @Property
    void anyTextIsReadAsAPacketOrAsNone(@ForAll String text) {
        EnginePacket.decode(text)
                .ifPresent(packet -> assertThat(packet.encode()).isEqualTo(text));
        SocketPacket.decode(text)
                .ifPresent(packet -> assertThat(packet.namespace()).startsWith("/"));
    }

    @Property
    void textThatLooksLikeAPacketIsReadAsAPacketOrAsNone(
            @ForAll @CharRange(from = '"', to = '9') String head, @ForAll String tail) {
        SocketPacket.decode(head + tail)
                .ifPresent(packet -> assertThat(packet.id()).isGreaterThanOrEqualTo(SocketPacket.NO_ID));
    }

    @Example
    void garbageIsNoPacket() {
        assertThat(List.of("", "7", "x", "-1")).allSatisfy(text -> {
            assertThat(EnginePacket.decode(text)).isEmpty();
            assertThat(SocketPacket.decode(text)).isEmpty();
        });
        assertThat(List.of("2[", "2[\"a\"]x", "2true", "2" + "[".repeat(100_000), "29999999999999999999[]"))
                .allSatisfy(text -> assertThat(SocketPacket.decode(text)).isEmpty());
    }

    @Example
    void theFramesOfTheReferenceAreRead() {
        SocketPacket event = SocketPacket.decode("2[\"authentication\",{\"tier\":\"plugin\"}]")
                .orElseThrow();

        assertThat(event.eventName()).contains("authentication");
        assertThat(event.argument()).isEqualTo(Map.of("tier", "plugin"));
        assertThat(SocketPacket.decode("0")).contains(SocketPacket.of(SocketPacket.Type.CONNECT, "/", null));
        assertThat(SocketPacket.decode("0/admin?x=y,{}"))
                .contains(SocketPacket.of(SocketPacket.Type.CONNECT, "/admin", Map.of()));
        assertThat(SocketPacket.decode("213[\"x\"]").orElseThrow().id()).isEqualTo(13);
    }

    @Example
    void anEventWithoutANameIsNone() {
        assertThat(List.of("2", "2[]", "2[1]", "2{}", "3[\"a\"]")).allSatisfy(text -> assertThat(
                        SocketPacket.decode(text).orElseThrow().eventName())
                .isEmpty());
    }

    @Provide
    Arbitrary<SocketPacket> socketPackets() {
        Arbitrary<SocketPacket.Type> types =
                Arbitraries.of(SocketPacket.Type.class).filter(type -> !type.isBinary());
        Arbitrary<String> namespaces =
                Arbitraries.strings().alpha().ofMaxLength(5).map(name -> "/" + name);
        Arbitrary<Long> ids = Arbitraries.longs().between(SocketPacket.NO_ID, 999_999_999_999_999_999L);
        Arbitrary<Object> scalars = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(20), Arbitraries.integers(), Arbitraries.of(true, false));
        Arbitrary<Object> data = Arbitraries.oneOf(
                Arbitraries.strings(),
                scalars.list().ofMaxSize(4),
                Arbitraries.maps(Arbitraries.strings().ofMaxLength(8), scalars).ofMaxSize(4),
                Arbitraries.just(null));
        return Combinators.combine(types, namespaces, ids, data).as(SocketPacket::new);
    }
}
