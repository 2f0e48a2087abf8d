package dev.crispconnect.client;

import dev.crispconnect.client.website.Availability;
import dev.crispconnect.client.website.Inbox;
import dev.crispconnect.client.website.OperatorAvailability;
import dev.crispconnect.client.website.RealtimeEndpoints;
import dev.crispconnect.client.website.Website;
import dev.crispconnect.client.website.WebsiteSettings;
import java.util.List;
import java.util.Map;

/**
 * Calls on a workspace (Crisp API reference, sections 3.13 and 5.1).
 *
 * <p>Every method throws {@link IllegalArgumentException}, naming the parameter, when an id cannot be part of a path.
 */
public final class Websites {

    private static final String ONE = "/website/{website_id}";
    private static final String SETTINGS = ONE + "/settings";

    private Websites() {}

    /** The workspace in brief: the cheapest proof that a website token is good. */
    public static Call<Website> get(String websiteId) {
        return Call.get(ResourcePath.of(ONE, websiteId), WebsiteReader::website);
    }

    /** How it is set up. */
    public static Call<WebsiteSettings> settings(String websiteId) {
        return Call.get(ResourcePath.of(SETTINGS, websiteId), data -> WebsiteReader.settings(data, websiteId));
    }

    /**
     * Sets some of how it is set up; what is not named stays.
     *
     * @param fields by their names in section 4.8; maps, lists, text, numbers, booleans and null only
     */
    public static Call<Void> updateSettings(String websiteId, Map<String, Object> fields) {
        return Call.patch(ResourcePath.of(SETTINGS, websiteId), fields);
    }

    /** Whether anybody answers now. */
    public static Call<Availability> availability(String websiteId) {
        return Call.get(ResourcePath.of(ONE + "/availability/status", websiteId), WebsiteReader::availability);
    }

    /** Which operators answer now. */
    public static Call<List<OperatorAvailability>> operatorAvailabilities(String websiteId) {
        return Call.get(
                ResourcePath.of(ONE + "/availability/operators", websiteId),
                data -> JsonList.of(data, WebsiteReader::operatorAvailability));
    }

    /** One page, from 1, of its inboxes. */
    public static Call<List<Inbox>> inboxes(String websiteId, int page) {
        PageBounds.check(page);
        return Call.get(
                ResourcePath.of(ONE + "/inboxes/list/{page}", websiteId, Integer.toString(page)),
                data -> JsonList.of(data, WebsiteReader::inbox));
    }

    /** Where its events are to be had, for a website token. */
    public static Call<RealtimeEndpoints> endpoints(String websiteId) {
        return Call.get(ResourcePath.of(ONE + "/connect/endpoints", websiteId), WebsiteReader::endpoints);
    }

    /**
     * The same without naming the website, as Crisp's own clients ask. Whether Crisp serves it is not documented: try
     * {@link #endpoints} first.
     */
    public static Call<RealtimeEndpoints> endpointsOfToken() {
        return Call.get(ResourcePath.of("/website/connect/endpoints"), WebsiteReader::endpoints);
    }
}
