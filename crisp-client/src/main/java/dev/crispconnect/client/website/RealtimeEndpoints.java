package dev.crispconnect.client.website;

/**
 * Where a token's events are to be had (Crisp API reference, section 5.1). To be asked for afresh before each connection:
 * the path differs from caller to caller.
 *
 * @param app the URL for clients of the API
 * @param stream null when none was told
 * @param rescue an {@code app} to fall back to; null when none was told
 */
public record RealtimeEndpoints(String app, String stream, String rescue) {}
