package dev.crispconnect.source;

import dev.crispconnect.client.Answer;
import dev.crispconnect.client.CrispClient;
import dev.crispconnect.client.CrispException;
import dev.crispconnect.client.Plugins;
import dev.crispconnect.client.plugin.PluginWebsite;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * One whole reading of the list of websites that installed the plugin (Crisp API reference, section 3.14).
 *
 * @param ids in lower case
 * @param fresh whether no part of it came from the cache in front of Crisp, so that it can prove an absence
 */
record WebsiteListing(Set<String> ids, boolean fresh) {

    WebsiteListing {
        ids = Set.copyOf(ids);
    }

    /**
     * Reads pages until one brings nothing new: neither the size of this list's pages nor what status its last page has
     * is documented, so that one more call is the only proof of an end.
     *
     * @throws CrispException when a page could not be read
     */
    static WebsiteListing read(CrispClient client) throws InterruptedException {
        Set<String> ids = new TreeSet<>();
        boolean fresh = true;
        for (int page = 1; ; page++) {
            Answer<List<PluginWebsite>> answer;
            try {
                answer = client.execute(Plugins.websites(page, false));
            } catch (CrispException.Missing beyond) {
                if (page == 1) {
                    throw beyond;
                }
                return new WebsiteListing(ids, fresh && !beyond.cached());
            }
            fresh &= !answer.cached();
            if (!addAll(ids, answer.data())) {
                return new WebsiteListing(ids, fresh);
            }
        }
    }

    private static boolean addAll(Set<String> ids, List<PluginWebsite> websites) {
        boolean grew = false;
        for (PluginWebsite website : websites) {
            grew |= ids.add(website.websiteId().toLowerCase(Locale.ROOT));
        }
        return grew;
    }
}
