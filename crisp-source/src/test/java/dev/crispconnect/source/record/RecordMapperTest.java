package dev.crispconnect.source.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.client.conversation.Message;
import dev.crispconnect.client.conversation.MessageContent;
import dev.crispconnect.source.budget.Spent;
import dev.crispconnect.source.position.DirectoryPosition;
import dev.crispconnect.source.position.Position;
import dev.crispconnect.source.position.SourceOffset;
import dev.crispconnect.source.position.Unit;
import dev.crispconnect.source.position.UnitKey;
import dev.crispconnect.source.record.RecordStyle.MessageKey;
import dev.crispconnect.source.record.RecordStyle.Stamp;
import io.apicurio.registry.utils.converter.avro.AvroData;
import java.time.Instant;
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
import org.apache.kafka.connect.header.Header;
import org.apache.kafka.connect.json.JsonConverter;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RecordMapperTest {

    private static final RecordStyle STYLE = RecordStyle.to(new Topics("crisp.${feed}"));
    private static final RecordMapper MAPPER = new RecordMapper(Samples.WEBSITE, STYLE);
    private static final UnitKey UNIT = new UnitKey(Samples.WEBSITE, Unit.INBOX);
    private static final Instant NOW = Instant.parse("2026-04-01T00:00:00Z");
    private static final Provenance PROVENANCE = new Provenance(Provenance.Via.POLL, Provenance.Op.UPDATE);

    static Stream<Struct> structs() {
        RecordMapper byMessage = new RecordMapper(
                Samples.WEBSITE, new RecordStyle(STYLE.topics(), MessageKey.MESSAGE, Stamp.EVENT, STYLE.echoes()));
        List<Draft> drafts = new ArrayList<>();
        drafts.add(MAPPER.conversation(Samples.conversation(), PROVENANCE));
        drafts.add(MAPPER.conversation(Samples.bareConversation(), PROVENANCE));
        Samples.messages()
                .forEach(message -> MAPPER.message(message, PROVENANCE).ifPresent(drafts::add));
        byMessage.message(Samples.messages().get(0), PROVENANCE).ifPresent(drafts::add);
        drafts.add(MAPPER.profile(Samples.profile(), null, PROVENANCE));
        drafts.add(MAPPER.profile(Samples.profile(), Map.of("plan", "gold"), PROVENANCE));
        drafts.add(MAPPER.operator(Samples.operator("Mo"), PROVENANCE));
        drafts.add(MAPPER.operator(Samples.bareOperator(), PROVENANCE));
        drafts.add(MAPPER.settings(Samples.settings("blue"), PROVENANCE));
        drafts.add(MAPPER.settings(Samples.bareSettings(), PROVENANCE));
        drafts.add(MAPPER.event(Samples.event(), NOW));
        drafts.add(MAPPER.event(Samples.bareEvent(), NOW));
        return Stream.concat(
                drafts.stream().flatMap(draft -> Stream.of(draft.key(), draft.value())),
                Stream.of(
                        AsideShapes.UNIT_KEY.struct(UNIT),
                        AsideShapes.NOTICE.struct(Samples.notice()),
                        AsideShapes.HEARTBEAT.struct(new Heartbeat(UNIT, NOW, NOW)),
                        AsideShapes.HEARTBEAT.struct(new Heartbeat(UNIT, NOW, null))));
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
    void anEventIsAsItCameAndSaysWhatItIsAbout() {
        Draft about = MAPPER.event(Samples.event(), NOW);
        Draft aboutTheWebsite = MAPPER.event(Samples.bareEvent(), NOW);

        assertThat(about.key().getString("session_id")).isEqualTo(Samples.SESSION);
        assertThat(about.value().getString("name")).isEqualTo("session:set_state");
        assertThat(about.value().getString("payload")).isEqualTo("{\"state\":\"resolved\"}");
        assertThat(about.provenance().headers()).singleElement().satisfies(header -> assertThat(
                        header.key() + "=" + header.value())
                .isEqualTo("crisp.via=realtime"));
        assertThat(aboutTheWebsite.key().getString("website_id")).isEqualTo(Samples.WEBSITE);
        assertThat(aboutTheWebsite.key().getString("session_id")).isNull();
    }

    @Test
    void aNoticeTravelsWithTheOffsetOfAUnitThatHasOne() {
        UnitKey carrier = new UnitKey(Samples.WEBSITE, Unit.PEOPLE);
        SourceOffset offset = new SourceOffset(DirectoryPosition.NONE, Spent.NOTHING);

        SourceRecord notice = Samples.notice().on("notices", carrier, offset);

        assertThat(notice.sourcePartition()).isEqualTo(carrier.toMap());
        assertThat(notice.sourceOffset()).isEqualTo(offset);
        assertThat(((Struct) notice.key()).getString("unit")).isEqualTo("inbox");
        assertThat(((Struct) notice.value()).getString("kind")).isEqualTo("gap_closed");
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
            Struct value = draft(MAPPER, message).value();

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
        Struct value = draft(MAPPER, Samples.message("text", new MessageContent.Unknown()))
                .value();

        assertThat(value.getString("content_json")).isEqualTo("{\"as\":\"sent\"}");
    }

    @Test
    void aRecordCarriesItsKeyItsOriginAndNoTimestamp() {
        UnitKey unit = new UnitKey(Samples.WEBSITE, Unit.INBOX);
        SourceOffset offset = new SourceOffset(Position.first(1_000, 10), Spent.NOTHING);

        SourceRecord message = draft(MAPPER, Samples.messages().get(0)).at(unit, offset, NOW);

        assertThat(message.topic()).isEqualTo("crisp.messages");
        assertThat(((Struct) message.key()).getString("session_id")).isEqualTo(Samples.SESSION);
        assertThat(message.timestamp()).isNull();
        assertThat(message.kafkaPartition()).isNull();
        assertThat(message.headers().lastWithName("crisp.via").value()).isEqualTo("poll");
        assertThat(message.headers().lastWithName("crisp.op").value()).isEqualTo("update");
        assertThat(message.headers().lastWithName("crisp.echo")).isNull();
        assertThat(message.sourcePartition()).isEqualTo(unit.toMap());
    }

    @Test
    void aMessageMayBeKeyedByItself() {
        Message message = Samples.messages().get(0);

        Struct key =
                draft(styled(MessageKey.MESSAGE, Stamp.BROKER, false), message).key();

        assertThat(key.getString("session_id")).isEqualTo(Samples.SESSION);
        assertThat(key.getInt64("fingerprint")).isEqualTo(message.fingerprint());
    }

    @Test
    void aRecordMayCarryTheTimeOfItsEvent() {
        RecordMapper mapper = styled(MessageKey.CONVERSATION, Stamp.EVENT, false);

        assertThat(timestamp(mapper.conversation(Samples.conversation(), PROVENANCE)))
                .isEqualTo(Samples.LATE.toEpochMilli());
        assertThat(timestamp(draft(mapper, Samples.messages().get(0)))).isEqualTo(Samples.EARLY.toEpochMilli());
        assertThat(timestamp(mapper.profile(Samples.profile(), null, PROVENANCE)))
                .isEqualTo(Samples.LATE.toEpochMilli());
        assertThat(timestamp(mapper.conversation(Samples.bareConversation(), PROVENANCE)))
                .isNull();
        assertThat(timestamp(mapper.settings(Samples.settings("blue"), PROVENANCE)))
                .isNull();
    }

    @Test
    void timesThatBrokersRefuseAreNotGivenToThem() {
        RecordMapper mapper = styled(MessageKey.CONVERSATION, Stamp.EVENT, false);

        assertThat(timestamp(draft(mapper, Samples.messageAt(NOW.plusSeconds(86_400)))))
                .isEqualTo(NOW.toEpochMilli());
        assertThat(timestamp(draft(mapper, Samples.messageAt(Instant.EPOCH.minusSeconds(1)))))
                .isNull();
    }

    @Test
    void whatOurSinkWroteIsMarkedOrDropped() {
        Message echo = Samples.messageFrom("urn:crispconnect.dev:kafka:0");
        Message other = Samples.messageFrom("urn:example.org:bot:0");

        assertThat(header(draft(MAPPER, echo), "crisp.echo")).isEqualTo("true");
        assertThat(header(draft(MAPPER, other), "crisp.echo")).isNull();
        RecordMapper dropping = styled(MessageKey.CONVERSATION, Stamp.BROKER, true);
        assertThat(dropping.message(echo, PROVENANCE)).isEmpty();
        assertThat(dropping.message(other, PROVENANCE)).isPresent();
        assertThat(dropping.message(Samples.messageFrom(null), PROVENANCE)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "urn:crispconnect.dev:kafka:*, urn:crispconnect.dev:kafka:0, true",
        "urn:crispconnect.dev:kafka:*, urn:crispconnect.dev:kafkaesque, false",
        "urn:example.org:bot:1, urn:example.org:bot:1, true",
        "urn:example.org:bot:1, urn:example.org:bot:12, false",
        "*, chat, true"
    })
    void anOriginIsNamedWholeOrByItsBeginning(String pattern, String origin, boolean echo) {
        assertThat(new Echoes(List.of(pattern), false).holds(Samples.messageFrom(origin)))
                .isEqualTo(echo);
    }

    @Test
    void anOperatorThatIsGoneIsATombstone() {
        Draft gone = MAPPER.operatorGone("u", new Provenance(Provenance.Via.POLL, Provenance.Op.DELETE));

        SourceRecord tombstone = gone.at(
                new UnitKey(Samples.WEBSITE, Unit.DIRECTORY),
                new SourceOffset(DirectoryPosition.NONE, Spent.NOTHING),
                NOW);

        assertThat(tombstone.topic()).isEqualTo("crisp.operators");
        assertThat(tombstone.key())
                .isEqualTo(
                        MAPPER.operator(Samples.operator("Mo", "u"), PROVENANCE).key());
        assertThat(tombstone.value()).isNull();
        assertThat(tombstone.valueSchema()).isNull();
        assertThat(tombstone.headers().lastWithName("crisp.op").value()).isEqualTo("delete");
    }

    @Test
    void noFieldCouldHoldATokenOfAnOperator() {
        Struct operator = MAPPER.operator(Samples.operator("Mo"), PROVENANCE).value();

        assertThat(operator.schema().fields()).extracting(Field::name).doesNotContain("identifier", "key", "token");
    }

    @Test
    void thatAnOperatorComesOnlineDoesNotChangeTheContent() {
        Draft online = MAPPER.operator(Samples.operator("Mo"), PROVENANCE);
        Draft renamed = MAPPER.operator(Samples.operator("Mona"), PROVENANCE);
        Draft offline = MAPPER.operator(Samples.offlineOperator("Mo"), PROVENANCE);

        assertThat(online.contentHash()).isEqualTo(offline.contentHash()).isNotEqualTo(renamed.contentHash());
    }

    @Test
    void presenceAloneDoesNotChangeTheContent() {
        Draft online = MAPPER.conversation(Samples.conversation(true), PROVENANCE);
        Draft offline = MAPPER.conversation(Samples.conversation(false), PROVENANCE);
        Draft bare = MAPPER.conversation(Samples.bareConversation(), PROVENANCE);

        assertThat(online.contentHash()).isEqualTo(offline.contentHash()).isNotEqualTo(bare.contentHash());
    }

    private static RecordMapper styled(MessageKey key, Stamp timestamp, boolean dropEchoes) {
        return new RecordMapper(
                Samples.WEBSITE,
                new RecordStyle(
                        STYLE.topics(),
                        key,
                        timestamp,
                        new Echoes(STYLE.echoes().origins(), dropEchoes)));
    }

    private static Draft draft(RecordMapper mapper, Message message) {
        return mapper.message(message, PROVENANCE).orElseThrow();
    }

    private static SourceRecord sent(Draft draft) {
        UnitKey unit = new UnitKey(Samples.WEBSITE, Unit.INBOX);
        return draft.at(unit, new SourceOffset(Position.first(1_000, 10), Spent.NOTHING), NOW);
    }

    private static Long timestamp(Draft draft) {
        return sent(draft).timestamp();
    }

    private static Object header(Draft draft, String name) {
        Header header = sent(draft).headers().lastWithName(name);
        return header == null ? null : header.value();
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
