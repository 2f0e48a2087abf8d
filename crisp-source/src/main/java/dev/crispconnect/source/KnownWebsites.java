package dev.crispconnect.source;

import java.util.Set;
import java.util.TreeSet;

/**
 * The websites that installed the plugin, as far as listings told. One more is taken at once, from any listing. One less is
 * believed when two fresh listings in a row lack it: pages move while they are read, so that a single one may skip a website,
 * and to stop reading it would be the greater harm. Pure; every listing makes a new one.
 *
 * @param ids what is to be read
 * @param missing those of them that the last fresh listing lacked
 */
record KnownWebsites(Set<String> ids, Set<String> missing) {

    KnownWebsites {
        ids = Set.copyOf(ids);
        missing = Set.copyOf(missing);
    }

    static KnownWebsites first(WebsiteListing listing) {
        return new KnownWebsites(listing.ids(), Set.of());
    }

    KnownWebsites after(WebsiteListing listing) {
        Set<String> all = new TreeSet<>(ids);
        all.addAll(listing.ids());
        if (!listing.fresh()) {
            return new KnownWebsites(all, missing);
        }
        Set<String> absent = new TreeSet<>(ids);
        absent.removeAll(listing.ids());
        Set<String> gone = new TreeSet<>(absent);
        gone.retainAll(missing);
        all.removeAll(gone);
        absent.removeAll(gone);
        return new KnownWebsites(all, absent);
    }
}
