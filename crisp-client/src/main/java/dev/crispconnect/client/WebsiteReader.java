package dev.crispconnect.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crispconnect.client.website.Availability;
import dev.crispconnect.client.website.Inbox;
import dev.crispconnect.client.website.OperatorAvailability;
import dev.crispconnect.client.website.RealtimeEndpoints;
import dev.crispconnect.client.website.Website;
import dev.crispconnect.client.website.WebsiteSettings;

/** Reads workspaces and what belongs to them (Crisp API reference, sections 3.13, 4.8 and 5.1). Pure. */
final class WebsiteReader {

    private WebsiteReader() {}

    static Website website(JsonNode data) {
        JsonFields fields = new JsonFields(data);
        return new Website(
                fields.requiredText("website_id"),
                fields.text("name"),
                fields.text("domain"),
                fields.text("logo"),
                fields.flag("verified"),
                fields.flag("institutional"));
    }

    /** @param websiteId the one that was asked for: stands in for one that was not sent */
    static WebsiteSettings settings(JsonNode data, String websiteId) {
        JsonFields fields = new JsonFields(data);
        String sentWebsiteId = fields.text("website_id");
        return new WebsiteSettings(
                sentWebsiteId == null ? websiteId : sentWebsiteId,
                fields.text("name"),
                fields.text("domain"),
                fields.textList("domain_alternates"),
                fields.text("logo"),
                fields.texts("audit"),
                fields.texts("contact"),
                fields.texts("inbox"),
                fields.texts("emails"),
                fields.texts("chatbox"));
    }

    static Availability availability(JsonNode data) {
        JsonFields fields = new JsonFields(data);
        return new Availability(fields.text("status"), fields.time("since"));
    }

    static OperatorAvailability operatorAvailability(JsonNode data) {
        JsonFields fields = new JsonFields(data);
        JsonFields time = fields.object("time");
        return new OperatorAvailability(
                fields.requiredText("user_id"), fields.text("type"), time.wholeNumber("for"), time.time("since"));
    }

    static Inbox inbox(JsonNode data) {
        JsonFields fields = new JsonFields(data);
        return new Inbox(
                fields.requiredText("inbox_id"),
                fields.text("name"),
                fields.text("emoji"),
                fields.smallNumber("order"),
                fields.textList("operators"),
                fields.textList("teams"),
                fields.objects("conditions", WebsiteReader::condition),
                fields.text("operator"),
                fields.time("created_at"),
                fields.time("updated_at"));
    }

    static RealtimeEndpoints endpoints(JsonNode data) {
        JsonFields fields = new JsonFields(data);
        JsonFields socket = fields.object("socket");
        return new RealtimeEndpoints(
                socket.requiredText("app"),
                socket.text("stream"),
                fields.object("rescue").object("socket").text("app"));
    }

    private static Inbox.Condition condition(JsonFields fields) {
        return new Inbox.Condition(
                fields.text("model"), fields.text("criterion"), fields.text("operator"), fields.textList("query"));
    }
}
