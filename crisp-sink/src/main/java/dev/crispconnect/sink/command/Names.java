package dev.crispconnect.sink.command;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Struct;

/** How fields and commands may be written. */
final class Names {

    private static final int LONGEST = 64;
    private static final int MOST_SLIPS = 3;

    private Names() {}

    /** {@code sessionId} as {@code session_id}; a name that is snake_case already stays. */
    static String snakeCase(String name) {
        if (name.length() > LONGEST || isSnakeCase(name)) {
            return name;
        }
        StringBuilder snake = new StringBuilder(name.length() + 4);
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                if (i > 0 && snake.charAt(snake.length() - 1) != '_') {
                    snake.append('_');
                }
                snake.append((char) (c - 'A' + 'a'));
            } else {
                snake.append(c == '-' ? '_' : c);
            }
        }
        return snake.toString();
    }

    /** Asked of every name of every record. */
    private static boolean isSnakeCase(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '-' || (c >= 'A' && c <= 'Z')) {
                return false;
            }
        }
        return true;
    }

    /** The field of a Struct or Map by its name in either case; null when there is none. */
    static Object find(Object holder, String field) {
        if (holder instanceof Struct struct) {
            for (Field each : struct.schema().fields()) {
                if (field.equals(snakeCase(each.name())) && struct.get(each) != null) {
                    return struct.get(each);
                }
            }
        } else if (holder instanceof Map<?, ?> map) {
            Object exact = map.get(field);
            if (exact != null) {
                return exact;
            }
            for (Map.Entry<?, ?> each : map.entrySet()) {
                if (each.getValue() != null && each.getKey() instanceof String name && field.equals(snakeCase(name))) {
                    return each.getValue();
                }
            }
        }
        return null;
    }

    /** {@code , did you mean 'x'?} where a known name is near enough to be meant; else nothing. */
    static String suggestion(String name, Collection<String> known) {
        String nearest = null;
        int fewest = Math.min(MOST_SLIPS, name.length() / 2) + 1;
        for (String candidate : name.length() > LONGEST ? List.<String>of() : new TreeSet<>(known)) {
            int slips = slips(name, candidate);
            if (slips < fewest) {
                fewest = slips;
                nearest = candidate;
            }
        }
        return nearest == null ? "" : ", did you mean '" + nearest + "'?";
    }

    /** Levenshtein's distance: how many letters must be added, left out or exchanged. */
    private static int slips(String a, String b) {
        int[] above = new int[b.length() + 1];
        for (int j = 0; j < above.length; j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[above.length];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int exchanged = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(exchanged, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[b.length()];
    }
}
