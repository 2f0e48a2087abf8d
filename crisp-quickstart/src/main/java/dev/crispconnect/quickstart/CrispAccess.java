package dev.crispconnect.quickstart;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How the connectors reach Crisp, as values for their settings: in the live mode the secrets are references that the
 * worker resolves from the environment, so that they are on no disk and in no topic.
 *
 * @param url base of the REST API with its version
 * @param tier whose token it is
 */
record CrispAccess(String url, String tier, String identifier, String key, String websiteId) {
    private static final String CRISP = "https://api.crisp.chat/v1/";
    private static final Set<String> TIERS = Set.of("website", "plugin", "user");

    /**
     * The access that the environment describes.
     *
     * @throws SetupException when a variable is missing or wrong; the message repeats no secret
     */
    static CrispAccess live(Map<String, String> environment) {
        var missing = Stream.of("CRISP_IDENTIFIER", "CRISP_KEY", "CRISP_WEBSITE_ID")
                .filter(name -> environment.getOrDefault(name, "").isBlank())
                .toList();
        if (!missing.isEmpty()) {
            throw missing(missing);
        }
        var tier = environment.getOrDefault("CRISP_TIER", "website");
        if (!TIERS.contains(tier)) {
            throw new SetupException("CRISP_TIER must be website, plugin or user");
        }
        return new CrispAccess(
                url(environment.getOrDefault("CRISP_API_URL", CRISP)),
                tier,
                "${env:CRISP_IDENTIFIER}",
                "${env:CRISP_KEY}",
                "${env:CRISP_WEBSITE_ID}");
    }

    private static SetupException missing(List<String> names) {
        return new SetupException(
                """
                --live needs the environment variable%s %s.
                Identifier and key: in the Crisp app, Settings > Workspace Settings > Advanced configuration > API Token;
                for a plugin's token (CRISP_TIER=plugin), the Marketplace. The website's id: in the workspace settings."""
                        .formatted(names.size() > 1 ? "s" : "", String.join(", ", names)));
    }

    private static String url(String text) {
        try {
            var url = new URI(text);
            if (url.getHost() != null && ("https".equals(url.getScheme()) || plainToThisMachine(url))) {
                return text;
            }
        } catch (URISyntaxException e) {
            throw new SetupException("CRISP_API_URL is not a URL", e);
        }
        throw new SetupException(
                "CRISP_API_URL must start with https://, as every request carries the key; http:// is for 127.0.0.1 only");
    }

    private static boolean plainToThisMachine(URI url) {
        return "http".equals(url.getScheme())
                && Set.of("localhost", "127.0.0.1", "[::1]").contains(url.getHost());
    }
}
