package dev.crispconnect.quickstart.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class ConfigCheckTest {
    @Test
    void everyComplaintIsLedByItsKey() throws Exception {
        var check = ConfigCheck.of(new ObjectMapper().readTree("""
                {"error_count": 2, "configs": [
                  {"value": {"name": "feeds", "errors": []}},
                  {"value": {"name": "crisp.token.key", "errors": ["it must not be empty", "it is missing"]}}]}
                """));

        assertThat(check.errors())
                .containsExactly("crisp.token.key: it must not be empty", "crisp.token.key: it is missing");
    }
}
