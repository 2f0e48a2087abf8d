package dev.crispconnect.source;

import dev.crispconnect.source.feed.FeedPlan;
import dev.crispconnect.source.position.Unit;
import dev.crispconnect.source.record.Feed;
import dev.crispconnect.source.record.RecordStyle.MessageKey;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The settings that shaped what was emitted of a unit: with others, what comes would not go together with what came. Written
 * as one line, such as <code>feeds=conversations,messages topic.pattern=crisp.${feed}</code>, that an operator can read.
 * Pure.
 *
 * <p>Which settings those are, and why, is in {@code docs/source.md}.
 *
 * @param values by the names of the settings; blanks and percent signs are written as in URLs
 */
record Shaping(Map<String, String> values) {

    static final Set<String> NAMES = Set.of(
            SourceSettings.FEEDS,
            SourceSettings.TOPIC_PATTERN,
            RecordDefinition.MESSAGE_KEY,
            RecordDefinition.ECHO_POLICY,
            RecordDefinition.ECHO_ORIGINS,
            SourceSettings.PEOPLE_DATA);

    Shaping {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** What shapes the records of such a unit. */
    static Shaping of(FeedPlan plan, Unit unit) {
        Map<String, String> values = new LinkedHashMap<>();
        if (unit == Unit.INBOX) {
            values.put(SourceSettings.FEEDS, feeds(plan));
        }
        values.put(SourceSettings.TOPIC_PATTERN, escape(plan.style().topics().pattern()));
        if (unit == Unit.INBOX && plan.feeds().contains(Feed.MESSAGES)) {
            putMessages(values, plan);
        }
        if (unit == Unit.PEOPLE) {
            values.put(SourceSettings.PEOPLE_DATA, Boolean.toString(plan.peopleData()));
        }
        return new Shaping(values);
    }

    private static void putMessages(Map<String, String> values, FeedPlan plan) {
        MessageKey key = plan.style().messageKey();
        values.put(RecordDefinition.MESSAGE_KEY, key.name().toLowerCase(Locale.ROOT));
        boolean drops = plan.style().echoes().dropped();
        values.put(RecordDefinition.ECHO_POLICY, drops ? RecordDefinition.DROP : RecordDefinition.MARK);
        if (drops) {
            values.put(
                    RecordDefinition.ECHO_ORIGINS,
                    plan.style().echoes().origins().stream()
                            .map(Shaping::escape)
                            .collect(Collectors.joining(",")));
        }
    }

    /** Operators and settings are not among them: nothing of a directory has a past that could be missing. */
    private static String feeds(FeedPlan plan) {
        EnumSet<Feed> feeds = EnumSet.of(Feed.CONVERSATIONS, Feed.MESSAGES);
        feeds.retainAll(plan.feeds());
        return feeds.stream().map(Feed::wire).collect(Collectors.joining(","));
    }

    /** As it is stored. */
    String asText() {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(" "));
    }

    /** Reads the line back; empty when it is none. Settings that this version does not know are kept. */
    static Optional<Shaping> fromText(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String word : text.split(" ", -1)) {
            int equals = word.indexOf('=');
            if (equals < 1 || values.put(word.substring(0, equals), word.substring(equals + 1)) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(new Shaping(values));
    }

    /** What of these settings does not go together with what was emitted under the earlier ones, in words. */
    List<String> breaksWith(Shaping earlier) {
        return values.entrySet().stream()
                .filter(entry -> earlier.values.containsKey(entry.getKey()))
                .filter(entry -> breaks(entry.getKey(), earlier.values.get(entry.getKey()), entry.getValue()))
                .map(entry -> entry.getKey() + " was '" + earlier.values.get(entry.getKey()) + "' and is '"
                        + entry.getValue() + "'")
                .toList();
    }

    /** To leave more out from now on is harmless; to leave less out is not, as its past would be missing. */
    private static boolean breaks(String name, String before, String now) {
        return switch (name) {
            case SourceSettings.FEEDS -> !words(before).containsAll(words(now));
            case RecordDefinition.ECHO_ORIGINS -> !words(now).containsAll(words(before));
            case RecordDefinition.ECHO_POLICY -> before.equals(RecordDefinition.DROP) && !now.equals(before);
            default -> !before.equals(now);
        };
    }

    private static Collection<String> words(String value) {
        return Arrays.asList(value.split(","));
    }

    private static String escape(String value) {
        return value.replace("%", "%25").replace(" ", "%20");
    }
}
