package dev.crispconnect.source.record;

/**
 * Names topics by a pattern, in which <code>${feed}</code> and <code>${website_id}</code> stand for the record's own.
 *
 * @param pattern such as <code>crisp.${feed}</code>
 */
public record Topics(String pattern) {

    /** The topic of a feed of a website. */
    public String of(Feed feed, String websiteId) {
        return pattern.replace("${feed}", feed.wire()).replace("${website_id}", websiteId);
    }
}
