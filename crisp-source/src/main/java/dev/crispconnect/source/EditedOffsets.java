package dev.crispconnect.source;

import dev.crispconnect.source.position.Position;
import dev.crispconnect.source.position.StoredOffsetException;
import dev.crispconnect.source.position.StoredUnit;
import dev.crispconnect.source.position.UnitKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.connect.errors.ConnectException;

/**
 * Checks offsets that an operator writes, more strictly than those that the connector reads: what a later version stored is
 * left alone when read, but a key that an operator wrote and that means nothing is a mistake. Pure.
 */
final class EditedOffsets {

    /** Crisp's clock may be ahead of the worker's; a time beyond this was meant in another unit. */
    private static final Duration MOST_AHEAD = Duration.ofDays(1);

    /** Checked by whoever reads them. */
    private static final Set<String> OF_THEIR_OWN = Set.of("version", ShapedOffset.KEY);

    private EditedOffsets() {}

    /**
     * Accepts offsets that this connector could have stored, and null for anything: what another connector of the same
     * name has left must be removable.
     *
     * @param now the worker's clock
     * @throws ConnectException when a partition or offset is none of this connector's
     */
    static void check(Map<Map<String, ?>, Map<String, ?>> offsets, Instant now) {
        offsets.forEach((partition, offset) -> {
            if (offset != null) {
                check(unit(partition), offset, now);
            }
        });
    }

    private static UnitKey unit(Map<String, ?> partition) {
        UnitKey unit;
        try {
            unit = UnitKey.fromMap(partition);
        } catch (StoredOffsetException unusable) {
            throw new ConnectException("Not a source partition of this connector: " + unusable.getMessage(), unusable);
        }
        if (!unit.toMap().equals(partition)) {
            throw new ConnectException("Not a source partition of this connector, as it has more than a website_id"
                    + " and a unit: take it as GET /connectors/{name}/offsets shows it");
        }
        String website = unit.websiteId();
        if (!WebsiteIds.isOne(website) || !website.equals(website.toLowerCase(Locale.ROOT))) {
            throw new ConnectException(
                    "Not a source partition of this connector: the website_id must be a UUID in lower"
                            + " case, as GET /connectors/{name}/offsets shows it");
        }
        return unit;
    }

    private static void check(UnitKey unit, Map<String, ?> offset, Instant now) {
        StoredUnit stored = StoredPositions.position(unit, offset);
        StoredPositions.shaping(unit, offset).ifPresent(shaping -> checkNames(unit, shaping));
        Map<String, Object> meant = stored.toMap();
        offset.forEach((key, value) -> {
            if (value != null && !OF_THEIR_OWN.contains(key)) {
                checkValue(unit, key, value, meant.get(key));
            }
        });
        if (stored.position() instanceof Position times) {
            checkTimes(unit, times, now);
        }
    }

    /** What was read must be all that was written, or somebody meant something that will not happen. */
    private static void checkValue(UnitKey unit, String key, Object written, Object read) {
        if (read == null) {
            throw unusable(unit, "'" + key + "' is none of its keys, or means nothing beside the others");
        }
        if (!isSame(written, read)) {
            throw unusable(unit, "'" + key + "' is not as this connector writes it");
        }
    }

    /** JSON does not say which number type was meant. */
    private static boolean isSame(Object written, Object read) {
        if (written instanceof Number number && read instanceof Long whole) {
            return number.longValue() == whole && number.doubleValue() == whole.doubleValue();
        }
        return written.equals(read);
    }

    private static void checkTimes(UnitKey unit, Position position, Instant now) {
        if (position.floor() > position.watermark()) {
            throw unusable(unit, "'floor' must not be above 'watermark': what lies between would be missed");
        }
        if (position.watermark() > now.plus(MOST_AHEAD).toEpochMilli()) {
            throw unusable(
                    unit,
                    "'watermark' lies ahead, so changes until then would be missed: it is a time in epoch"
                            + " milliseconds");
        }
    }

    private static void checkNames(UnitKey unit, Shaping shaping) {
        shaping.values().keySet().stream()
                .filter(name -> !Shaping.NAMES.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw unusable(
                            unit, "'" + name + "' in '" + ShapedOffset.KEY + "' is no setting that shapes the data");
                });
    }

    private static ConnectException unusable(UnitKey unit, String why) {
        return new ConnectException("The offset of " + unit.asText() + " cannot be used: " + why
                + ". Take it as GET /connectors/{name}/offsets shows it, change times or remove keys, or give null to"
                + " reset the unit");
    }
}
