package dev.crispconnect.benchmark;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/** How busy the machine was, with whatever runs on it. */
final class Load {

    private Load() {}

    /** Processes that ran or waited to, on the average of the last minute; such as {@code 1.8 on 2 cores}. */
    static String now() {
        return String.format(
                Locale.ROOT,
                "%.1f on %d cores",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Runtime.getRuntime().availableProcessors());
    }
}
