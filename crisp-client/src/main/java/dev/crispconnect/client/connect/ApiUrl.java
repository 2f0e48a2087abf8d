package dev.crispconnect.client.connect;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/**
 * Accepts the URLs that a token may be sent to: https, or http to this very machine, where nobody listens in between.
 * No name is looked up. Its errors do not repeat the value, which may hold a password by mistake.
 */
final class ApiUrl implements ConfigDef.Validator {

    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|.+\\.localhost|127(\\.[0-9]{1,3}){3}|\\[(::|0:0:0:0:0:0:0:)1\\]");

    @Override
    public void ensureValid(String name, Object value) {
        flaw((String) value).ifPresent(flaw -> {
            throw new ConfigException("Invalid value for configuration " + name + ": " + flaw);
        });
    }

    @Override
    public String toString() {
        return "an https URL, or an http URL of a loopback address";
    }

    private static Optional<String> flaw(String text) {
        URI url;
        try {
            url = new URI(text == null ? "" : text);
        } catch (URISyntaxException malformed) {
            return Optional.of("it is not a URL");
        }
        if (url.getScheme() == null || url.getHost() == null) {
            return Optional.of("it must start with https:// and a host");
        }
        if (url.getRawUserInfo() != null || url.getRawQuery() != null || url.getRawFragment() != null) {
            return Optional.of("it must have no user, query or fragment; the token has settings of its own");
        }
        return switch (url.getScheme().toLowerCase(Locale.ROOT)) {
            case "https" -> Optional.empty();
            case "http" ->
                LOOPBACK.matcher(url.getHost().toLowerCase(Locale.ROOT)).matches()
                        ? Optional.empty()
                        : Optional.of("http would send the token in clear: use https, or a loopback address");
            default -> Optional.of("it must start with https://");
        };
    }
}
