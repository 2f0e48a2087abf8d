package dev.crispconnect.sink;

import dev.crispconnect.client.Tier;
import dev.crispconnect.client.connect.Probe;
import java.util.List;

/**
 * By which reads the settings of the sink are tried. What it will do is writing, and no read tells whether that is allowed,
 * so only token and website are. Without a website only a plugin's token can be tried by itself. Pure.
 */
final class SinkProbes {

    private SinkProbes() {}

    static List<Probe> of(SinkSettings settings) {
        if (!settings.commands().websiteId().isBlank()) {
            return List.of(
                    Probe.website(SinkKeys.WEBSITE_ID, settings.commands().websiteId()));
        }
        return settings.client().credentials().tier() == Tier.PLUGIN ? List.of(Probe.pluginAccount()) : List.of();
    }
}
