package dev.crispconnect.source.position;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What was last emitted of a website's directory, as hashes of the contents: Crisp tells neither that nor when it changed.
 * Pure; every change makes a new one.
 *
 * @param settings of the settings; empty when they were never emitted
 * @param operators of each operator, by user id
 */
public record DirectoryPosition(Optional<Long> settings, Map<String, Long> operators) implements UnitPosition {

    /** An offset holds about 54 characters for each, so this keeps it below 60 kB. */
    public static final int MOST_OPERATORS = 1_000;

    /** Of a directory of which nothing was emitted. */
    public static final DirectoryPosition NONE = new DirectoryPosition(Optional.empty(), Map.of());

    private static final long VERSION = 1;
    private static final String SETTINGS = "settings";
    private static final String OPERATORS = "operators";
    private static final int HEX = 16;

    public DirectoryPosition {
        operators = Map.copyOf(operators);
    }

    /** Whether these very settings were the last that were emitted. */
    public boolean hasSettings(long hash) {
        return settings.isPresent() && settings.get() == hash;
    }

    /** Whether the operator was last emitted with this very content. */
    public boolean hasOperator(String userId, long hash) {
        Long known = operators.get(userId);
        return known != null && known == hash;
    }

    public DirectoryPosition withSettings(long hash) {
        return new DirectoryPosition(Optional.of(hash), operators);
    }

    /** After an operator was emitted. One more than {@value #MOST_OPERATORS} are not remembered, and so emitted again. */
    public DirectoryPosition withOperator(String userId, long hash) {
        if (!operators.containsKey(userId) && operators.size() >= MOST_OPERATORS) {
            return this;
        }
        Map<String, Long> more = new TreeMap<>(operators);
        more.put(userId, hash);
        return new DirectoryPosition(settings, more);
    }

    /** After an operator's tombstone was emitted. */
    public DirectoryPosition withoutOperator(String userId) {
        Map<String, Long> fewer = new TreeMap<>(operators);
        fewer.remove(userId);
        return new DirectoryPosition(settings, fewer);
    }

    @Override
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("version", VERSION);
        settings.ifPresent(hash -> map.put(SETTINGS, hex(hash)));
        map.put(
                OPERATORS,
                new TreeMap<>(operators)
                        .entrySet().stream()
                                .map(entry -> hex(entry.getValue()) + ":" + entry.getKey())
                                .collect(Collectors.joining(" ")));
        return map;
    }

    /**
     * Reads an offset.
     *
     * @throws StoredOffsetException when it is of another version or malformed
     */
    public static DirectoryPosition fromMap(Map<String, ?> offset) {
        StoredMap stored = new StoredMap(offset);
        stored.requireVersion(VERSION);
        return new DirectoryPosition(
                stored.has(SETTINGS) ? Optional.of(hash(SETTINGS, stored.text(SETTINGS))) : Optional.empty(),
                operators(stored.text(OPERATORS)));
    }

    private static Map<String, Long> operators(String text) {
        Map<String, Long> operators = new TreeMap<>();
        for (String entry : text.isEmpty() ? new String[0] : text.split(" ")) {
            if (entry.length() < HEX + 2 || entry.charAt(HEX) != ':') {
                throw new StoredOffsetException("'" + OPERATORS + "' is damaged");
            }
            operators.put(entry.substring(HEX + 1), hash(OPERATORS, entry.substring(0, HEX)));
        }
        return operators;
    }

    /** As text, as programs that edit offsets as JSON may round numbers of this size. */
    private static String hex(long hash) {
        String digits = Long.toHexString(hash);
        return "0".repeat(HEX - digits.length()) + digits;
    }

    private static long hash(String key, String hex) {
        try {
            return Long.parseUnsignedLong(hex, HEX);
        } catch (NumberFormatException malformed) {
            throw new StoredOffsetException("'" + key + "' is damaged", malformed);
        }
    }
}
