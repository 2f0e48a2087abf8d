package dev.crispconnect.client;

import dev.crispconnect.client.website.Website;

/** Calls on a workspace (Crisp API reference, section 3.13). */
public final class Websites {

    private Websites() {}

    /**
     * The workspace in brief: the cheapest proof that a website token is good.
     *
     * @throws IllegalArgumentException when the id cannot be part of a path
     */
    public static Call<Website> get(String websiteId) {
        return Call.get(ResourcePath.of("/website/{website_id}", websiteId), data -> {
            JsonFields fields = new JsonFields(data);
            return new Website(
                    fields.requiredText("website_id"),
                    fields.text("name"),
                    fields.text("domain"),
                    fields.text("logo"),
                    fields.flag("verified"));
        });
    }
}
