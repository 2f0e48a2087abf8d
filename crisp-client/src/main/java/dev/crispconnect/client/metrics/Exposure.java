package dev.crispconnect.client.metrics;

/** Where the metrics of a task are shown. Safe for use by many threads. */
public interface Exposure {

    /**
     * Shows a metric from now on.
     *
     * @throws IllegalArgumentException when it is shown already
     * @throws IllegalStateException when nothing can be shown
     */
    void show(Metric metric);

    /**
     * Shows a metric no longer.
     *
     * @throws IllegalArgumentException when it is not shown
     * @throws IllegalStateException when nothing can be shown any more
     */
    void hide(Metric metric);

    /** Nowhere. */
    static Exposure none() {
        return new Exposure() {
            @Override
            public void show(Metric metric) {
                // nowhere
            }

            @Override
            public void hide(Metric metric) {
                // nowhere
            }
        };
    }
}
