package dev.crispconnect.source;

import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/** Accepts patterns that yield legal topic names whatever the feed and the website. */
final class TopicPattern implements ConfigDef.Validator {

    static final String FEED = "${feed}";
    static final String WEBSITE_ID = "${website_id}";

    private static final Pattern LEGAL = Pattern.compile("[a-zA-Z0-9._-]{1,249}");
    private static final String LONGEST_FEED = "conversations";
    private static final String ANY_UUID = "00000000-0000-0000-0000-000000000000";

    @Override
    public void ensureValid(String name, Object value) {
        String topic = String.valueOf(value).replace(FEED, LONGEST_FEED).replace(WEBSITE_ID, ANY_UUID);
        if (!LEGAL.matcher(topic).matches() || ".".equals(topic) || "..".equals(topic)) {
            throw new ConfigException(
                    name,
                    value,
                    "topic names have up to 249 letters, digits, dots, underscores and hyphens; the variables are "
                            + FEED + " and " + WEBSITE_ID);
        }
    }

    @Override
    public String toString() {
        return "a topic name with " + FEED + " and " + WEBSITE_ID + " as variables";
    }
}
