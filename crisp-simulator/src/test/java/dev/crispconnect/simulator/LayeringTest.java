package dev.crispconnect.simulator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class LayeringTest {

    private static final String BASE = "dev.crispconnect.simulator";

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(BASE);

    @Test
    void theSimulatorSharesNothingWithTheConnectorsAndKnowsNoKafka() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.crispconnect.client..",
                        "dev.crispconnect.source..",
                        "dev.crispconnect.sink..",
                        "org.apache.kafka..")
                .check(MAIN);
    }

    @Test
    void theWorkspaceIsPlainJava() {
        classes()
                .that()
                .resideInAPackage(BASE + ".workspace")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(BASE + ".workspace", BASE + ".event", BASE + ".switches", "java..")
                .check(MAIN);
    }

    @Test
    void faultsTokensEventsAndSwitchesArePlainJava() {
        classes()
                .that()
                .resideInAnyPackage(
                        BASE + ".fault", BASE + ".access", BASE + ".event", BASE + ".switches", BASE + ".clock")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        BASE + ".fault",
                        BASE + ".access",
                        BASE + ".event",
                        BASE + ".switches",
                        BASE + ".clock",
                        "java..")
                .check(MAIN);
    }

    @Test
    void theCacheIsPlainJava() {
        classes()
                .that()
                .resideInAPackage(BASE + ".cache")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(BASE + ".cache", BASE + ".event", BASE + ".switches", "java..")
                .check(MAIN);
    }

    @Test
    void trafficKnowsOnlyTheWorkspace() {
        classes()
                .that()
                .resideInAPackage(BASE + ".traffic")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(BASE + ".traffic", BASE + ".workspace", "java..")
                .check(MAIN);
    }

    @Test
    void onlyWhatServesKnowsTheServer() {
        noClasses()
                .that()
                .resideOutsideOfPackages(BASE + ".http", BASE + ".realtime", BASE + ".hook", BASE + ".admin")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.vertx..", "io.netty..")
                .check(MAIN);
    }

    @Test
    void onlyOnePackageKnowsTheJsonLibrary() {
        noClasses()
                .that()
                .resideOutsideOfPackage(BASE + ".json")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.fasterxml..")
                .check(MAIN);
    }

    @Test
    void theRootPackageIsImportedByNoneOfItsSubpackagesButTheExtensionAboveIt() {
        noClasses()
                .that()
                .resideInAPackage(BASE + ".*")
                .and()
                .resideOutsideOfPackage(BASE + ".junit")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(BASE)
                .check(MAIN);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching(BASE + ".(*)..").should().beFreeOfCycles().check(MAIN);
    }
}
