package dev.crispconnect.client.plugin;

/**
 * A website that installed the plugin (Crisp API reference, section 3.14). Its token for the plugin, and what it set up in
 * the plugin, are not read: both are secrets or may hold some.
 *
 * @param difference whether it was added or removed, where websites were asked for since a time; null else
 */
public record PluginWebsite(String websiteId, String difference) {}
