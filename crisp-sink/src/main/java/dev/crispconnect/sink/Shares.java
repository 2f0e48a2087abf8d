package dev.crispconnect.sink;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;

/** Divides what a connector may spend among its tasks, which cannot see each other. Pure. */
final class Shares {

    private Shares() {}

    /** The settings of each task, to be changed at will; what is not divided is the same for all. */
    static List<Map<String, String>> of(Map<String, String> properties, int tasks) {
        AbstractConfig config = new AbstractConfig(SinkDefinition.make(), properties, false);
        double perSecond = config.getDouble(SinkKeys.RATE_LIMIT_REQUESTS_PER_SECOND);
        int perDay = config.getInt(SinkKeys.QUOTA_REQUESTS_PER_DAY);
        List<Map<String, String>> shares = new ArrayList<>(tasks);
        for (int task = 0; task < tasks; task++) {
            Map<String, String> share = new HashMap<>(properties);
            if (perSecond > 0) {
                share.put(SinkKeys.RATE_LIMIT_REQUESTS_PER_SECOND, Double.toString(perSecond / tasks));
            }
            if (perDay > 0) {
                int rest = task < perDay % tasks ? 1 : 0;
                // none would be no bound at all
                share.put(SinkKeys.QUOTA_REQUESTS_PER_DAY, Integer.toString(Math.max(1, perDay / tasks + rest)));
            }
            shares.add(share);
        }
        return shares;
    }
}
