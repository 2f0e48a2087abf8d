package dev.crispconnect.source.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.client.conversation.Message;
import dev.crispconnect.client.conversation.MessageContent;
import dev.crispconnect.source.position.Position;
import dev.crispconnect.source.position.SourceOffset;
import dev.crispconnect.source.position.Unit;
import dev.crispconnect.source.position.UnitKey;
import io.apicurio.registry.utils.converter.avro.AvroData;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.json.JsonConverter;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecordMapperTest {

    private static final RecordMapper MAPPER = new RecordMapper(Samples.WEBSITE, new Topics("crisp.${feed}"));
    private static final Provenance PROVENANCE = new Provenance(Provenance.Via.POLL, Provenance.Op.UPDATE);

    static Stream<Struct> structs() {
        List<Draft> drafts = new ArrayList<>();
        drafts.add(MAPPER.conversation(Samples.conversation(), PROVENANCE));
        drafts.add(MAPPER.conversation(Samples.bareConversation(), PROVENANCE));
        Samples.messages().forEach(message -> drafts.add(MAPPER.message(message, PROVENANCE)));
        drafts.add(MAPPER.profile(Samples.profile(), PROVENANCE));
        return drafts.stream().flatMap(draft -> Stream.of(draft.key(), draft.value()));
    }

    @ParameterizedTest
    @MethodSource("structs")
    void everyRecordSurvivesAvro(Struct struct) {
        AvroData avro = new AvroData(100);

        GenericRecord written = (GenericRecord) avro.fromConnectData(struct.schema(), struct);
        SchemaAndValue read = avro.toConnectData(written.getSchema(), written);

        assertThat(read.value()).isEqualTo(struct);
    }

    @ParameterizedTest
    @MethodSource("structs")
    void everyRecordSurvivesJsonWithItsSchema(Struct struct) {
        JsonConverter json = json(true);

        SchemaAndValue read = json.toConnectData("topic", json.fromConnectData("topic", struct.schema(), struct));

        assertThat(read.value()).isEqualTo(struct);
    }

    @ParameterizedTest
    @MethodSource("structs")
    void everyRecordBecomesAMapInJsonWithoutSchema(Struct struct) {
        JsonConverter json = json(false);

        SchemaAndValue read = json.toConnectData("topic", json.fromConnectData("topic", struct.schema(), struct));

        Map<?, ?> map = (Map<?, ?>) read.value();
        assertThat(map.get("website_id")).isEqualTo(struct.get("website_id"));
        assertThat(map).hasSize(struct.schema().fields().size());
    }

    @Test
    void aNameHasOneShapeAndEveryStructHasAName() {
        Map<String, List<String>> shapes = new HashMap<>();

        structs().forEach(struct -> collect(struct.schema(), shapes));

        assertThat(shapes).hasSizeGreaterThan(30);
        assertThat(shapes.keySet()).allMatch(name -> name.startsWith("dev.crispconnect."));
        assertThat(shapes.values())
                .allSatisfy(fields -> assertThat(fields.stream().distinct()).hasSize(1));
    }

    @Test
    void onlyIdsAreRequired() {
        Struct conversation =
                MAPPER.conversation(Samples.conversation(), PROVENANCE).value();

        assertThat(conversation.schema().fields())
                .filteredOn(field -> !field.schema().isOptional())
                .extracting(Field::name)
                .containsExactly("website_id", "session_id");
    }

    @Test
    void aContentStandsInTheFieldOfItsTypeOnly() {
        List<String> contents =
                List.of("text", "file", "animation", "audio", "picker", "field", "carousel", "event", "content_json");

        for (Message message : Samples.messages()) {
            Struct value = MAPPER.message(message, PROVENANCE).value();

            String expected =
                    switch (message.type()) {
                        case "note" -> "text";
                        case "hologram" -> "content_json";
                        default -> message.type();
                    };
            assertThat(contents).filteredOn(field -> value.get(field) != null).containsExactly(expected);
        }
    }

    @Test
    void aContentThatDoesNotFitItsTypeIsKeptAsJson() {
        Struct value = MAPPER.message(Samples.message("text", new MessageContent.Unknown()), PROVENANCE)
                .value();

        assertThat(value.getString("content_json")).isEqualTo("{\"as\":\"sent\"}");
    }

    @Test
    void aRecordCarriesItsKeyItsOriginAndNoTimestamp() {
        UnitKey unit = new UnitKey(Samples.WEBSITE, Unit.INBOX);
        SourceOffset offset = new SourceOffset(Position.first(1_000, 10));

        SourceRecord message =
                MAPPER.message(Samples.messages().get(0), PROVENANCE).at(unit, offset);

        assertThat(message.topic()).isEqualTo("crisp.messages");
        assertThat(((Struct) message.key()).getString("session_id")).isEqualTo(Samples.SESSION);
        assertThat(message.timestamp()).isNull();
        assertThat(message.kafkaPartition()).isNull();
        assertThat(message.headers().lastWithName("crisp.via").value()).isEqualTo("poll");
        assertThat(message.headers().lastWithName("crisp.op").value()).isEqualTo("update");
        assertThat(message.sourcePartition()).isEqualTo(unit.toMap());
    }

    @Test
    void presenceAloneDoesNotChangeTheContent() {
        Draft online = MAPPER.conversation(Samples.conversation(true), PROVENANCE);
        Draft offline = MAPPER.conversation(Samples.conversation(false), PROVENANCE);
        Draft bare = MAPPER.conversation(Samples.bareConversation(), PROVENANCE);

        assertThat(online.contentHash()).isEqualTo(offline.contentHash()).isNotEqualTo(bare.contentHash());
    }

    private static JsonConverter json(boolean withSchemas) {
        JsonConverter json = new JsonConverter();
        json.configure(Map.of("schemas.enable", withSchemas), false);
        return json;
    }

    private static void collect(Schema schema, Map<String, List<String>> shapes) {
        switch (schema.type()) {
            case STRUCT -> {
                shapes.computeIfAbsent(String.valueOf(schema.name()), name -> new ArrayList<>())
                        .add(schema.fields() + " " + schema.parameters());
                schema.fields().forEach(field -> collect(field.schema(), shapes));
            }
            case ARRAY, MAP -> collect(schema.valueSchema(), shapes);
            default -> assertThat(schema.type().isPrimitive()).isTrue();
        }
    }
}
