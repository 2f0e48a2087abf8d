package dev.crispconnect.simulator.hook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SignatureTest {

    @Test
    void theReferencesVectorPasses() {
        String body = "{\"website_id\":\"0d9c4f3e-6a1b-4c8e-9a53-0b6f2f1a7c11\",\"event\":\"session:removed\",\"data\":"
                + "{\"website_id\":\"0d9c4f3e-6a1b-4c8e-9a53-0b6f2f1a7c11\","
                + "\"session_id\":\"session_3f0c2a57-5a0d-4e0b-8d0e-5c1b7a9f1e10\",\"inbox_id\":null},"
                + "\"timestamp\":1760000120150}";

        assertThat(Signature.of("whsec-example-0001", "1760000120150", body))
                .isEqualTo("3e401c2ee0543163e43c7c3cf1723e5e69a2c2876f3015b6e0c8d430412a702a");
    }

    @Test
    void anotherSecretTimeOrBodySignsOtherwise() {
        String signature = Signature.of("secret", "1", "{}");

        assertThat(Signature.of("Secret", "1", "{}")).isNotEqualTo(signature);
        assertThat(Signature.of("secret", "2", "{}")).isNotEqualTo(signature);
        assertThat(Signature.of("secret", "1", "{ }")).isNotEqualTo(signature);
    }
}
