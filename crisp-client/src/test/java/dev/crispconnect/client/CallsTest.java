package dev.crispconnect.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.crispconnect.client.conversation.Conversation;
import dev.crispconnect.client.conversation.Message;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What each call asks of Crisp, as section 3 of the API reference has it. */
class CallsTest {

    private static final Message.Author JUDGE = new Message.Author("website", null, "Judge", null);
    private static final Instant FROM = Instant.parse("2026-01-02T03:04:05.678Z");
    private static final Instant TO = Instant.parse("2026-02-01T00:00:00Z");
    private static final SearchFilter VIP = new SearchFilter(
            SearchFilter.Match.ANY,
            List.of(
                    new SearchFilter.Clause("conversation", "meta.segments", SearchFilter.Operator.EQ, List.of("vip")),
                    new SearchFilter.Clause("conversation", "unread", SearchFilter.Operator.GTE, List.of(2))));

    @ParameterizedTest(name = "{1}")
    @MethodSource({"conversations", "listsOfConversations", "messages", "people", "listsOfPeople", "operators", "rest"})
    void asks(Call<?> call, String request) {
        assertThat(line(call)).isEqualTo(request);
    }

    static Stream<Arguments> conversations() {
        String one = "/website/w/conversation/s";
        return Stream.of(
                arguments(Conversations.get("w", "s"), "GET " + one),
                arguments(Conversations.exists("w", "s"), "HEAD " + one),
                arguments(Conversations.create("w"), "POST /website/w/conversation {}"),
                arguments(Conversations.remove("w", "s"), "DELETE " + one),
                arguments(Conversations.initiate("w", "s"), "POST " + one + "/initiate {}"),
                arguments(Conversations.state("w", "s"), "GET " + one + "/state"),
                arguments(
                        Conversations.changeState("w", "s", "pending"), "PATCH " + one + "/state {'state':'pending'}"),
                arguments(
                        Conversations.changeState("w", "s", "resolved", JUDGE, "urn:x"),
                        "PATCH " + one
                                + "/state {'state':'resolved','user':{'type':'website','nickname':'Judge'},'origin':'urn:x'}"),
                arguments(
                        Conversations.changeState("w", "s", "resolved", null, null),
                        "PATCH " + one + "/state {'state':'resolved'}"),
                arguments(Conversations.changeOpen("w", "s", true), "PATCH " + one + "/open {'opened':true}"),
                arguments(Conversations.routing("w", "s"), "GET " + one + "/routing"),
                arguments(
                        Conversations.changeRouting("w", "s", "u", false),
                        "PATCH " + one + "/routing {'assigned':{'user_id':'u'}}"),
                arguments(
                        Conversations.changeRouting("w", "s", null, true),
                        "PATCH " + one + "/routing {'assigned':null,'silent':true}"),
                arguments(Conversations.changeInbox("w", "s", "i"), "PATCH " + one + "/inbox {'inbox_id':'i'}"),
                arguments(Conversations.changeInbox("w", "s", null), "PATCH " + one + "/inbox {'inbox_id':null}"),
                arguments(Conversations.meta("w", "s"), "GET " + one + "/meta"),
                arguments(Conversations.data("w", "s"), "GET " + one + "/meta"),
                arguments(
                        Conversations.updateMeta("w", "s", Map.of("segments", List.of("vip"))),
                        "PATCH " + one + "/meta {'segments':['vip']}"),
                arguments(Conversations.participants("w", "s"), "GET " + one + "/participants"),
                arguments(
                        Conversations.saveParticipants(
                                "w", "s", List.of(new Conversation.Participant("email", "a@b.c")), null, "chat"),
                        "PUT " + one
                                + "/participants {'participants':[{'type':'email','target':'a@b.c'}],'origin':'chat'}"),
                arguments(Conversations.blocked("w", "s"), "GET " + one + "/block"),
                arguments(
                        Conversations.changeBlock("w", "s", false, null, null),
                        "PATCH " + one + "/block {'blocked':false}"));
    }

    static Stream<Arguments> listsOfConversations() {
        String list = "GET /website/w/conversations/";
        ConversationQuery page = new ConversationQuery(3, 20, null, false, ConversationFilter.NONE, null);
        return Stream.of(
                arguments(Conversations.list("w", page), list + "3?per_page=20"),
                arguments(
                        Conversations.list("w", ConversationQuery.page(1, 50, ListOrder.CREATED)),
                        list + "1?per_page=50&include_empty=1&order_date_created=1"),
                arguments(
                        Conversations.list(
                                "w",
                                new ConversationQuery(1, 50, ListOrder.WAITING, false, ConversationFilter.NONE, null)),
                        list + "1?per_page=50&order_date_waiting=1"),
                arguments(
                        Conversations.list(
                                "w",
                                page.filtered(new ConversationFilter("i", true, true, true, "u", false, FROM, TO))),
                        list + "3?per_page=20&filter_inbox_id=i&filter_unread=1&filter_resolved=1&filter_mention=1"
                                + "&filter_assigned=u&filter_date_start=2026-01-02T03:04:05.678Z"
                                + "&filter_date_end=2026-02-01T00:00:00Z"),
                arguments(
                        Conversations.list(
                                "w",
                                page.filtered(new ConversationFilter(
                                        ConversationFilter.ALL_INBOXES, false, false, false, null, true, null, null))),
                        list + "3?per_page=20&filter_inbox_id=all&filter_not_resolved=1&filter_unassigned=1"),
                arguments(
                        Conversations.list("w", page.searching(new ConversationSearch.Text("parcel"))),
                        list + "3?per_page=20&search_type=text&search_query=parcel"),
                arguments(
                        Conversations.list("w", page.searching(new ConversationSearch.Segment("vip"))),
                        list + "3?per_page=20&search_type=segment&search_query=vip"),
                arguments(
                        Conversations.list("w", page.searching(new ConversationSearch.Filter(VIP))),
                        list + "3?per_page=20&search_type=filter&search_query="
                                + "[{'model':'conversation','criterion':'meta.segments','operator':'eq','query':['vip']},"
                                + "{'model':'conversation','criterion':'unread','operator':'gte','query':[2]}]"
                                + "&search_operator=or"));
    }

    static Stream<Arguments> messages() {
        String one = "/website/w/conversation/s";
        return Stream.of(
                arguments(Messages.newest("w", "s"), "GET " + one + "/messages"),
                arguments(Messages.before("w", "s", TO), "GET " + one + "/messages?timestamp_before=1769904000000"),
                arguments(Messages.after("w", "s", TO), "GET " + one + "/messages?timestamp_after=1769904000000"),
                arguments(Messages.around("w", "s", TO), "GET " + one + "/messages?timestamp_around=1769904000000"),
                arguments(Messages.get("w", "s", 7), "GET " + one + "/message/7"),
                arguments(
                        Messages.send(
                                "w",
                                "s",
                                NewMessage.of("text", "operator", "chat", "Hi").withFingerprint(7)),
                        "POST " + one
                                + "/message {'type':'text','from':'operator','origin':'chat','content':'Hi','fingerprint':7}"),
                arguments(Messages.edit("w", "s", 7, "Hello"), "PATCH " + one + "/message/7 {'content':'Hello'}"),
                arguments(Messages.remove("w", "s", 7), "DELETE " + one + "/message/7"),
                arguments(
                        Messages.compose("w", "s", new Compose(true, "operator", "Dea", null, true)),
                        "PATCH " + one
                                + "/compose {'type':'start','from':'operator','excerpt':'Dea','automated':true}"),
                arguments(
                        Messages.compose("w", "s", new Compose(false, "user", null, null, null)),
                        "PATCH " + one + "/compose {'type':'stop','from':'user'}"),
                arguments(
                        Messages.markRead("w", "s", "user", "chat", List.of()),
                        "PATCH " + one + "/read {'from':'user','origin':'chat'}"),
                arguments(
                        Messages.markDelivered("w", "s", "user", "chat", List.of(1L, 2L)),
                        "PATCH " + one + "/delivered {'from':'user','origin':'chat','fingerprints':[1,2]}"),
                arguments(Messages.markUnread("w", "s", "user"), "PATCH " + one + "/unread {'from':'user'}"));
    }

    static Stream<Arguments> people() {
        String profile = "/website/w/people/profile/";
        return Stream.of(
                arguments(People.get("w", "a@b.c"), "GET " + profile + "a%40b.c"),
                arguments(People.exists("w", "p"), "HEAD " + profile + "p"),
                arguments(People.total("w"), "GET /website/w/people/stats"),
                arguments(
                        People.create("w", Map.of("email", "a@b.c")),
                        "POST /website/w/people/profile {'email':'a@b.c'}"),
                arguments(People.update("w", "p", Map.of("notepad", "n")), "PATCH " + profile + "p {'notepad':'n'}"),
                arguments(People.save("w", "p", Map.of("notepad", "n")), "PUT " + profile + "p {'notepad':'n'}"),
                arguments(People.remove("w", "p"), "DELETE " + profile + "p"),
                arguments(People.data("w", "p"), "GET /website/w/people/data/p"),
                arguments(
                        People.updateData("w", "p", Map.of("k", 1)), "PATCH /website/w/people/data/p {'data':{'k':1}}"),
                arguments(People.saveData("w", "p", Map.of("k", 1)), "PUT /website/w/people/data/p {'data':{'k':1}}"),
                arguments(People.subscription("w", "p"), "GET /website/w/people/subscription/p"),
                arguments(
                        People.updateSubscription("w", "p", false),
                        "PATCH /website/w/people/subscription/p {'email':false}"),
                arguments(
                        People.addEvent("w", "p", "Paid", Map.of("sum", 3), "green"),
                        "POST /website/w/people/events/p {'text':'Paid','data':{'sum':3},'color':'green'}"),
                arguments(
                        People.addEvent("w", "p", "Paid", null, null),
                        "POST /website/w/people/events/p {'text':'Paid'}"),
                arguments(People.events("w", "p", 2), "GET /website/w/people/events/p/list/2"),
                arguments(
                        People.conversations("w", "p", new ProfileConversationsQuery(2, false, null)),
                        "GET /website/w/people/conversations/p/list/2"),
                arguments(
                        People.conversations("w", "p", new ProfileConversationsQuery(1, true, false)),
                        "GET /website/w/people/conversations/p/list/1?filter_unread=1&filter_not_resolved=1"));
    }

    static Stream<Arguments> listsOfPeople() {
        String list = "GET /website/w/people/profiles/";
        SearchFilter byMail = new SearchFilter(
                SearchFilter.Match.ALL,
                List.of(new SearchFilter.Clause("people", "email", SearchFilter.Operator.EQ, List.of("a@b.c"))));
        return Stream.of(
                arguments(
                        People.list("w", ProfileQuery.page(2, 50, ListOrder.UPDATED)),
                        list + "2?per_page=50&sort_field=updated_at&sort_order=descending"),
                arguments(
                        People.list("w", ProfileQuery.page(1, 20, null).filtered(byMail)),
                        list + "1?per_page=20&search_filter="
                                + "[{'model':'people','criterion':'email','operator':'eq','query':['a@b.c']}]"
                                + "&search_operator=and"),
                arguments(
                        People.list("w", new ProfileQuery(1, 20, ListOrder.CREATED, "ilse", null, FROM, TO)),
                        list + "1?per_page=20&sort_field=created_at&sort_order=descending&search_text=ilse"
                                + "&filter_date_start=2026-01-02T03:04:05.678Z&filter_date_end=2026-02-01T00:00:00Z"));
    }

    static Stream<Arguments> operators() {
        return Stream.of(
                arguments(Operators.list("w"), "GET /website/w/operators/list"),
                arguments(Operators.active("w"), "GET /website/w/operators/active"),
                arguments(Operators.get("w", "u"), "GET /website/w/operator/u"),
                arguments(
                        Operators.changeMembership("w", "u", "owner", "Boss"),
                        "PATCH /website/w/operator/u {'role':'owner','title':'Boss'}"),
                arguments(
                        Operators.changeMembership("w", "u", null, "Boss"),
                        "PATCH /website/w/operator/u {'title':'Boss'}"),
                arguments(Operators.unlink("w", "u"), "DELETE /website/w/operator/u"));
    }

    static Stream<Arguments> rest() {
        return Stream.of(
                arguments(Websites.get("w"), "GET /website/w"),
                arguments(Websites.settings("w"), "GET /website/w/settings"),
                arguments(
                        Websites.updateSettings("w", Map.of("inbox", Map.of("locale", "de"))),
                        "PATCH /website/w/settings {'inbox':{'locale':'de'}}"),
                arguments(Websites.availability("w"), "GET /website/w/availability/status"),
                arguments(Websites.operatorAvailabilities("w"), "GET /website/w/availability/operators"),
                arguments(Websites.inboxes("w", 1), "GET /website/w/inboxes/list/1"),
                arguments(Websites.endpoints("w"), "GET /website/w/connect/endpoints"),
                arguments(Websites.endpointsOfToken(), "GET /website/connect/endpoints"),
                arguments(Plugins.connectAccount(), "GET /plugin/connect/account"),
                arguments(Plugins.connectSession(), "HEAD /plugin/connect/session"),
                arguments(Plugins.websites(2, false), "GET /plugin/connect/websites/all/2"),
                arguments(Plugins.websites(1, true), "GET /plugin/connect/websites/all/1?filter_configured=1"),
                arguments(
                        Plugins.websitesSince(TO, true),
                        "GET /plugin/connect/websites/since?date_since=2026-02-01T00:00:00Z&filter_configured=1"),
                arguments(Plugins.endpoints(), "GET /plugin/connect/endpoints"),
                arguments(Users.endpoints(), "GET /user/connect/endpoints"));
    }

    @Test
    void provesWhoInvitesAnOperator() {
        Call<Void> call = Operators.invite("w", new OperatorInvitation("a@b.c", "member", "password", "x"));

        assertThat(call).hasToString("POST /website/{website_id}/operator");
        assertThat(call.body()).contains("\"email\":\"a@b.c\",\"role\":\"member\"");
        assertThat(call.body()).contains("\"method\":\"password\"").contains("\"secret\":\"x\"");
    }

    @Test
    void isCountedByItsRouteWhichHoldsNoId() {
        assertThat(Conversations.list("website-7", ConversationQuery.page(9, 50, null))
                        .route())
                .isEqualTo("GET /website/{website_id}/conversations/{page}");
        assertThat(Messages.edit("website-7", "session-8", 7, "x").route())
                .isEqualTo("PATCH /website/{website_id}/conversation/{session_id}/message/{fingerprint}");
    }

    @Test
    void tellsReadsFromWrites() {
        assertThat(Conversations.get("w", "s").isRead()).isTrue();
        assertThat(Conversations.exists("w", "s").isRead()).isTrue();
        assertThat(Conversations.create("w").isRead()).isFalse();
        assertThat(Conversations.remove("w", "s").isRead()).isFalse();
    }

    @Test
    void refusesPagesThatThereAreNot() {
        assertThatIllegalArgumentException().isThrownBy(() -> ConversationQuery.page(0, 50, null));
        assertThatIllegalArgumentException().isThrownBy(() -> ConversationQuery.page(1, 51, null));
        assertThatIllegalArgumentException().isThrownBy(() -> ProfileQuery.page(1, 19, null));
        assertThatIllegalArgumentException().isThrownBy(() -> ProfileQuery.page(1, 20, ListOrder.WAITING));
        assertThatIllegalArgumentException().isThrownBy(() -> new ProfileConversationsQuery(0, false, null));
        assertThatIllegalArgumentException().isThrownBy(() -> People.events("w", "p", 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Websites.inboxes("w", 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Plugins.websites(0, false));
    }

    @Test
    void refusesAFilterOfNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SearchFilter(SearchFilter.Match.ALL, List.of()));
    }

    private static String line(Call<?> call) {
        return call.method() + " " + target(call) + body(call);
    }

    private static String target(Call<?> call) {
        String query = call.query().entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                .collect(Collectors.joining("&"));
        return "/" + String.join("/", call.path().segments()) + (query.isEmpty() ? "" : "?" + query.replace('"', '\''));
    }

    private static String body(Call<?> call) {
        return call.body() == null ? "" : " " + call.body().replace('"', '\'');
    }
}
