package dev.crispconnect.source;

import dev.crispconnect.client.ConversationQuery;
import dev.crispconnect.client.Conversations;
import dev.crispconnect.client.ListOrder;
import dev.crispconnect.client.People;
import dev.crispconnect.client.Plugins;
import dev.crispconnect.client.ProfileQuery;
import dev.crispconnect.client.connect.Probe;
import dev.crispconnect.source.record.Feed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * By which reads the settings of the source are tried: the very lists that it will read, of the first website, as scopes are
 * the token's and not a website's; and of each further website only whether it is within reach. Where no website is named, the
 * list of those that installed the plugin. Pure.
 */
final class SourceProbes {

    private static final int SHORTEST_PAGE = 20;

    private SourceProbes() {}

    static List<Probe> of(SourceSettings settings) {
        if (settings.discovers()) {
            return List.of(new Probe(Plugins.websites(1, false), Optional.empty(), Optional.empty()));
        }
        String first = settings.websiteIds().get(0);
        List<Probe> probes = new ArrayList<>();
        if (settings.plan().feeds().contains(Feed.CONVERSATIONS)
                || settings.plan().feeds().contains(Feed.MESSAGES)) {
            probes.add(Probe.read(
                    Conversations.list(first, ConversationQuery.page(1, SHORTEST_PAGE, ListOrder.UPDATED)),
                    SourceSettings.WEBSITE_IDS,
                    first,
                    new Probe.Need(SourceSettings.FEEDS, "website:conversation:sessions")));
        }
        if (settings.plan().feeds().contains(Feed.PEOPLE)) {
            probes.add(Probe.read(
                    People.list(first, ProfileQuery.page(1, SHORTEST_PAGE, ListOrder.UPDATED)),
                    SourceSettings.WEBSITE_IDS,
                    first,
                    new Probe.Need(SourceSettings.FEEDS, "website:people:profiles")));
        }
        settings.websiteIds().stream()
                .skip(1)
                .map(website -> Probe.website(SourceSettings.WEBSITE_IDS, website))
                .forEach(probes::add);
        return probes;
    }
}
