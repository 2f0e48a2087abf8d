package dev.crispconnect.client.realtime;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** The URL at which a socket is opened, made of the one that discovery answered (Crisp API reference, section 5.1). Pure. */
final class SocketUrl {

    private SocketUrl() {}

    /**
     * The endpoint's origin and path, asking for Engine.IO 4 over WebSocket.
     *
     * @param encryptedOnly whether only wss and https are good enough
     * @throws IllegalArgumentException when it is no such URL; the message does not repeat it
     */
    static URI of(String endpoint, boolean encryptedOnly) {
        URI app = parsed(endpoint);
        boolean encrypted =
                switch (app.getScheme() == null ? "" : app.getScheme().toLowerCase(Locale.ROOT)) {
                    case "wss", "https" -> true;
                    case "ws", "http" -> false;
                    default -> throw refused("must start with wss://, ws://, https:// or http://");
                };
        if (app.getHost() == null) {
            throw refused("has no host");
        }
        if (app.getRawUserInfo() != null || app.getRawQuery() != null || app.getRawFragment() != null) {
            throw refused("must have a host and a path, and nothing else");
        }
        if (encryptedOnly && !encrypted) {
            throw refused("would send the token in clear, although the API is reached over https");
        }
        String path = app.getRawPath() == null ? "" : app.getRawPath();
        return URI.create((encrypted ? "https://" : "http://") + app.getRawAuthority() + path
                + (path.endsWith("/") ? "" : "/") + "?EIO=4&transport=websocket");
    }

    private static URI parsed(String endpoint) {
        try {
            return new URI(endpoint == null ? "" : endpoint);
        } catch (URISyntaxException malformed) {
            throw refused("is not a URL");
        }
    }

    private static IllegalArgumentException refused(String why) {
        return new IllegalArgumentException("the realtime endpoint " + why);
    }
}
