package dev.crispconnect.client.connect;

/**
 * What is wrong with a setting, and what to do.
 *
 * @param key the setting
 * @param message holds website ids at most: never a token, a body or a reason in Crisp's words
 */
public record Finding(String key, String message) {}
