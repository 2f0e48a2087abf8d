package dev.crispconnect.sink.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crispconnect.client.OperatorInvitation;
import dev.crispconnect.client.conversation.Message;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the commands that write are read. */
class WriteCommandsTest {

    private static final Target CONVERSATION = Target.conversation(Records.WEBSITE, Records.SESSION);
    private static final Target LENA = Target.profile(Records.WEBSITE, "lena@example.org");
    private static final Target WEBSITE = Target.website(Records.WEBSITE);

    private final CommandParser parser = new CommandParser(Map.of(), Records.WEBSITE);

    private Parsed parse(Object key, Object value) {
        SinkRecord record = Records.of(key, value, 1);
        return parser.parse(record, Coordinates.of(record));
    }

    private Command read(String key, String json) {
        return ((Parsed.Accepted) parse(key, json.replace('\'', '"'))).command();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'command':'reopen','reopened_by':3} | field 'reopened_by': expected an object, found a whole number",
                "{'command':'close'} | field 'outcome': missing, expected one of resolved, unresolved",
                "{'command':'close','outcome':'pending'} | field 'outcome': expected one of resolved, unresolved, found text",
                "{'command':'close','outcome':'resolved','not':'x'} | field 'not': unknown, did you mean 'note'?",
                "{'command':'hand_back','silent':true} | field 'silent': unknown",
                "{'command':'assign'} | field 'user_id': missing, expected text",
                "{'command':'assign','user_id':'u','silent':'yes'} | field 'silent': expected true or false, found text",
                "{'command':'unassign','user_id':'u'} | field 'user_id': unknown",
                "{'command':'move'} | field 'inbox_id': expected either text here or 'main_inbox' to be true",
                "{'command':'move','main_inbox':false} | field 'inbox_id': expected either text here or 'main_inbox' to be true",
                "{'command':'move','inbox_id':'i','main_inbox':true} | field 'inbox_id': expected either text here or 'main_inbox' to be true",
                "{'command':'update_conversation'} | nothing to update: give nickname, email, phone, address, subject, avatar, ip, segments or data",
                "{'command':'update_conversation','subjet':'x'} | field 'subjet': unknown, did you mean 'subject'?",
                "{'command':'update_conversation','data':{'a':[1]}} | field 'data.a': expected text, a number, true or false, found a list",
                "{'command':'update_conversation','data':'x'} | field 'data': expected an object, found text",
                "{'command':'update_conversation','segments':'x'} | field 'segments': expected a list, found text",
                "{'command':'block','blocked':1} | field 'blocked': expected true or false, found a whole number",
                "{'command':'read','from':'visitor'} | field 'from': expected one of operator, user, found text",
                "{'command':'read','fingerprints':[]} | field 'fingerprints': empty, leave it out for all messages",
                "{'command':'read','fingerprints':[1,'x']} | field 'fingerprints[1]': expected a whole number, found text",
                "{'command':'remove_conversation','force':true} | field 'force': unknown",
                "{'command':'initiate','email':'a@example.org'} | field 'content': missing, expected what a message of type text contains",
                "{'command':'initiate','text':'x','data':{'a':{}}} | field 'data.a': expected text, a number, true or false, found an object",
                "{'command':'initiate','text':'x','type':'note','from':'user'} | field 'from': expected operator, as only operators write messages of type note",
                "{'command':'note'} | field 'text': missing, expected text",
                "{'command':'note','text':'x','stealth':true} | field 'stealth': unknown",
                "{'command':'edit','text':'x'} | field 'fingerprint': expected either a whole number here or the command's id in 'sent_by_command'",
                "{'command':'edit','fingerprint':0,'text':'x'} | field 'fingerprint': expected a whole number from 1 to 9007199254740991",
                "{'command':'edit','fingerprint':1} | field 'content': missing, expected what a message of type text contains",
                "{'command':'remove_message','fingerprint':1,'sent_by_command':'c'} | field 'fingerprint': expected either a whole number here or the command's id in 'sent_by_command'",
                "{'command':'create_profile','email':'lena'} | field 'email': expected an e-mail address",
                "{'command':'create_profile','email':'a@b.c','nickname':'x'} | field 'nickname': unknown",
                "{'command':'update_profile','people_id':'p','notepad':'x','mode':'patch'} | field 'mode': expected one of merge, replace, found text",
                "{'command':'update_profile','people_id':'p','notepad':'x','mode':'replace'} | field 'email': missing, expected text: nothing of the profile stays, its address neither",
                "{'command':'update_data','people_id':'p'} | field 'data': missing, expected an object",
                "{'command':'update_data','people_id':'p','data':{}} | field 'data': empty, which changes nothing unless 'mode' is replace",
                "{'command':'add_event','people_id':'p','text':' '} | field 'text': expected text, found empty text",
                "{'command':'subscribe','people_id':'p'} | field 'subscribed': missing, expected true or false",
                "{'command':'update_settings'} | nothing to update: give name, domain, domain_alternates, logo, audit, contact, inbox, emails, chatbox",
                "{'command':'update_settings','chatbox':{'hide_on_moblie':true}} | field 'chatbox.hide_on_moblie': unknown, did you mean 'hide_on_mobile'?",
                "{'command':'update_settings','chatbox':{'tile':true}} | field 'chatbox.tile': expected text, found true or false",
                "{'command':'invite_operator','email':'a@b.c','role':'boss'} | field 'role': expected one of admin, member, owner, found text",
                "{'command':'invite_operator','email':'a@b.c','role':'member'} | field 'verify': missing, expected an object",
                "{'command':'update_operator','user_id':'u'} | nothing to update: give role or title",
                "{'command':'remove_operator'} | field 'user_id': missing, expected text"
            })
    void areRefusedNamingTheField(String json, String reason) {
        Parsed parsed = parse(Records.SESSION, json.replace('\'', '"'));

        assertThat(parsed).isInstanceOf(Parsed.Rejected.class);
        assertThat(((Parsed.Rejected) parsed).reason()).isEqualTo(reason);
    }

    @Test
    void onAConversationTakeItFromTheKeyAndHaveDefaults() {
        assertThat(read(Records.SESSION, "{'command':'unresolve'}"))
                .isEqualTo(new ReopenConversation(CONVERSATION, null));
        assertThat(read(Records.SESSION, "{'command':'close','outcome':'resolved','closed_by':'Job'}"))
                .isEqualTo(new CloseConversation(
                        CONVERSATION, "resolved", null, new Message.Author(null, null, "Job", null)));
        assertThat(read(Records.SESSION, "{'command':'handBack'}")).isEqualTo(new HandBackConversation(CONVERSATION));
        assertThat(read(Records.SESSION, "{'command':'assign','userId':'u1'}"))
                .isEqualTo(new AssignConversation(CONVERSATION, "u1", false));
        assertThat(read(Records.SESSION, "{'command':'move','main_inbox':true}"))
                .isEqualTo(new MoveConversation(CONVERSATION, null));
        assertThat(read(Records.SESSION, "{'command':'block'}")).isEqualTo(new BlockConversation(CONVERSATION, true));
        assertThat(read(Records.SESSION, "{'command':'read'}"))
                .isEqualTo(new MarkRead(CONVERSATION, "user", "urn:crispconnect.dev:kafka:0", List.of()));
        assertThat(read(Records.SESSION, "{'command':'archive'}"))
                .isEqualTo(new ArchiveConversation(CONVERSATION, ArchiveMode.RESOLVE_AND_TAG, ""));
    }

    @Test
    void keepTheTypesOfData() {
        assertThat(read(Records.SESSION, "{'command':'update_conversation','data':{'orderId':4711,'vip':true,'x':''}}"))
                .isEqualTo(new UpdateConversation(
                        CONVERSATION, Map.of("data", Map.of("orderId", 4711L, "vip", true, "x", ""))));
    }

    @Test
    void takeDataFromAStructAndItsNullsAreAbsent() {
        Schema data = SchemaBuilder.struct()
                .field("plan", Schema.OPTIONAL_STRING_SCHEMA)
                .field("orders", Schema.INT32_SCHEMA)
                .build();
        Map<String, Object> value = Map.of("command", "update_people_data", "data", new Struct(data).put("orders", 12));

        assertThat(((Parsed.Accepted) parse("lena@example.org", value)).command())
                .isEqualTo(new UpdatePeopleData(LENA, Map.of("orders", 12L), false));
    }

    @Test
    void aboutAMessageNameItByFingerprintOrByTheCommandThatSentIt() {
        assertThat(read(Records.SESSION, "{'command':'remove_message','fingerprint':7}"))
                .isEqualTo(new RemoveMessage(CONVERSATION, 7));
        assertThat(read(Records.SESSION, "{'command':'edit','sent_by_command':'c1','text':'x'}"))
                .isEqualTo(new EditMessage(CONVERSATION, Fingerprint.of("c1", "message"), "x"));
    }

    @Test
    void onAProfileTakeItByIdByAddressOrFromTheKey() {
        SetSubscription expected = new SetSubscription(LENA, true);

        assertThat(read("p", "{'command':'subscribe','subscribed':true,'people_id':'lena@example.org'}"))
                .isEqualTo(expected);
        assertThat(read("p", "{'command':'subscribe','subscribed':true,'email':'lena@example.org'}"))
                .isEqualTo(expected);
        assertThat(read("lena@example.org", "{'command':'subscribe','subscribed':true}"))
                .isEqualTo(expected);
    }

    @Test
    void thatInitiateAreInOrderWithThePersonAsFarAsItIsKnown() {
        assertThat(read(null, "{'command':'initiate','email':'lena@example.org','text':'x'}")
                        .target())
                .isEqualTo(LENA);
        assertThat(read(null, "{'command':'initiate','text':'x'}").target()).isEqualTo(WEBSITE);
    }

    @Test
    void neverPrintTheSecretOfAnInvitation() {
        Command invite = read(
                null,
                "{'command':'invite_operator','email':'mo@example.org','role':'member','verify':{'method':'password','secret':'s3cret'}}");

        assertThat(invite)
                .isEqualTo(new InviteOperator(
                        WEBSITE, new OperatorInvitation("mo@example.org", "member", "password", "s3cret"), false));
        assertThat(invite.toString()).doesNotContain("s3cret");
    }
}
