package dev.crispconnect.client.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigValue;
import org.junit.jupiter.api.Test;

class ValidationReportTest {

    private final ConfigValue own = new ConfigValue("own", 7, new ArrayList<>(), new ArrayList<>());
    private final ValidationReport report = new ValidationReport(new Config(new ArrayList<>(List.of(own))));

    @Test
    void isCleanUntilAnErrorIsAdded() {
        assertThat(report.isClean()).isTrue();
        assertThat(report.values()).containsEntry("own", 7);

        report.add(new Finding("own", "wrong"));

        assertThat(report.isClean()).isFalse();
        assertThat(own.errorMessages()).containsExactly("wrong");
    }

    @Test
    void givesASettingOfConnectsOwnAnEntry() {
        report.add("topics", "wrong");

        assertThat(report.isClean()).isFalse();
        assertThat(report.config().configValues()).extracting(ConfigValue::name).containsExactly("own", "topics");
    }
}
