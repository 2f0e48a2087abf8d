package dev.crispconnect.source.position;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** One unit of one website: the source partition under which Connect stores a {@link UnitPosition}. */
public record UnitKey(String websiteId, Unit unit) implements Comparable<UnitKey> {

    private static final String WEBSITE = "website_id";
    private static final String UNIT = "unit";

    public UnitKey {
        Objects.requireNonNull(websiteId, "websiteId");
        Objects.requireNonNull(unit, "unit");
    }

    /**
     * The source partition. Connect stores offsets under its serialised form and reads such forms back into hash maps, so
     * the order of its entries is part of it: only a hash map filled like Connect's has the same order in every process.
     * ({@code Map.of} has another one in each.)
     */
    public Map<String, String> toMap() {
        Map<String, String> partition = new HashMap<>();
        partition.put(WEBSITE, websiteId);
        partition.put(UNIT, unit.wire());
        return partition;
    }

    /**
     * Reads a source partition.
     *
     * @throws StoredOffsetException when it is no partition of this connector
     */
    public static UnitKey fromMap(Map<String, ?> partition) {
        StoredMap stored = new StoredMap(partition);
        String websiteId = stored.text(WEBSITE);
        return new UnitKey(websiteId, unit(stored.text(UNIT)));
    }

    /** As one word, such as {@code <website id>/inbox}. */
    public String asText() {
        return websiteId + "/" + unit.wire();
    }

    /**
     * Reads the word back.
     *
     * @throws StoredOffsetException when it was not made by {@link #asText()}
     */
    public static UnitKey fromText(String text) {
        int slash = text.lastIndexOf('/');
        if (slash < 1) {
            throw new StoredOffsetException("a unit is written <website id>/<unit>");
        }
        return new UnitKey(text.substring(0, slash), unit(text.substring(slash + 1)));
    }

    private static Unit unit(String wire) {
        for (Unit unit : Unit.values()) {
            if (unit.wire().equals(wire)) {
                return unit;
            }
        }
        throw new StoredOffsetException("the source partition's 'unit' must be inbox, people, directory or events");
    }

    @Override
    public int compareTo(UnitKey other) {
        return asText().compareTo(other.asText());
    }
}
