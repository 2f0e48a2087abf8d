package dev.crispconnect.quickstart;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Who may import what in this module. */
class LayeringTest {
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.crispconnect.quickstart");
    private static final JavaClasses ALL = new ClassFileImporter().importPackages("dev.crispconnect.quickstart");

    @Test
    void theConnectorsAreKnownOnlyAsPackagedPlugins() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.crispconnect.client..", "dev.crispconnect.source..", "dev.crispconnect.sink..")
                .check(ALL);
    }

    @Test
    void thePartsDoNotKnowWhoAssemblesThem() {
        noClasses()
                .that()
                .resideInAnyPackage("..quickstart.broker", "..quickstart.worker", "..quickstart.console")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.crispconnect.quickstart")
                .check(MAIN);
        slices().matching("dev.crispconnect.quickstart.(*)")
                .should()
                .beFreeOfCycles()
                .check(MAIN);
    }

    @Test
    void onlyTheBrokerKnowsKafkasServerAndOnlyTheWorkerConnectsRuntime() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..quickstart.broker")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("kafka..", "org.apache.kafka.server..")
                .check(MAIN);
        noClasses()
                .that()
                .resideOutsideOfPackage("..quickstart.worker")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.kafka.connect..")
                .check(MAIN);
    }
}
