package dev.crispconnect.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crispconnect.client.plugin.PluginWebsite;
import dev.crispconnect.client.website.RealtimeEndpoints;
import java.time.Instant;
import java.util.List;

/** Calls on the plugin whose token is used (Crisp API reference, sections 3.14 and 5.1). */
public final class Plugins {

    private static final String CONNECT = "/plugin/connect";

    private Plugins() {}

    /** The plugin's id: the cheapest proof that a plugin token is good. */
    public static Call<String> connectAccount() {
        return Call.get(ResourcePath.of(CONNECT + "/account"), data -> new JsonFields(data).requiredText("plugin_id"));
    }

    /** Whether the token is good. One that is not is {@link CrispException.Denied}. */
    public static Call<Boolean> connectSession() {
        return Call.head(ResourcePath.of(CONNECT + "/session"));
    }

    /**
     * One page of the websites that installed the plugin.
     *
     * @param page from 1
     * @param configuredOnly whether those that have not set it up are left out
     * @throws IllegalArgumentException when the page is below 1
     */
    public static Call<List<PluginWebsite>> websites(int page, boolean configuredOnly) {
        PageBounds.check(page);
        return Call.get(
                ResourcePath.of(CONNECT + "/websites/all/{page}", Integer.toString(page)),
                Query.empty().flag("filter_configured", configuredOnly).parameters(),
                Plugins::websites);
    }

    /**
     * The websites that installed or removed the plugin since a time.
     *
     * @param configuredOnly whether those that have not set it up are left out
     */
    public static Call<List<PluginWebsite>> websitesSince(Instant time, boolean configuredOnly) {
        return Call.get(
                ResourcePath.of(CONNECT + "/websites/since"),
                Query.empty()
                        .with("date_since", time.toString())
                        .flag("filter_configured", configuredOnly)
                        .parameters(),
                Plugins::websites);
    }

    /** Where the events of the plugin's websites are to be had. */
    public static Call<RealtimeEndpoints> endpoints() {
        return Call.get(ResourcePath.of(CONNECT + "/endpoints"), WebsiteReader::endpoints);
    }

    private static List<PluginWebsite> websites(JsonNode data) {
        return JsonList.of(data, element -> {
            JsonFields fields = new JsonFields(element);
            return new PluginWebsite(fields.requiredText("website_id"), fields.text("difference"));
        });
    }
}
