package dev.crispconnect.benchmark;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

class LayeringTest {

    /** They are measured as a user runs them: from their packaged plugin directories. */
    @Test
    void theConnectorsAreMeasuredFromOutside() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.crispconnect.source..", "dev.crispconnect.sink..", "dev.crispconnect.client..")
                .check(new ClassFileImporter().importPackages("dev.crispconnect.benchmark"));
    }
}
