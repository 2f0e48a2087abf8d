package dev.crispconnect.client.metrics;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class CallMetricsTest {

    @Test
    void areDocumentedAsTheyAre() throws IOException {
        new MetricsReference("calls", CallMetrics.ALL).check();
    }
}
