package dev.crispconnect.client;

/** Calls on the plugin whose token is used (Crisp API reference, section 3.14). */
public final class Plugins {

    private Plugins() {}

    /** The plugin's id: the cheapest proof that a plugin token is good. */
    public static Call<String> connectAccount() {
        return Call.get(
                ResourcePath.of("/plugin/connect/account"), data -> new JsonFields(data).requiredText("plugin_id"));
    }
}
