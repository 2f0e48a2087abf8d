package dev.crispconnect.source;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Who may import what. */
class LayeringTest {

    private static final String ROOT = "dev.crispconnect.source";

    private final JavaClasses source = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @Test
    void subpackagesDoNotKnowTheConnector() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        ROOT + ".budget..",
                        ROOT + ".capture..",
                        ROOT + ".position..",
                        ROOT + ".record..",
                        ROOT + ".feed..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT)
                .check(source);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(source);
    }

    @Test
    void positionsAndRecordsArePure() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + ".position..", ROOT + ".record..")
                .or()
                .haveSimpleName("TaskSplit")
                .or()
                .haveSimpleName("Walk")
                .should()
                .dependOnClassesThat(isOneOf(
                        "dev.crispconnect.client.CrispClient",
                        "dev.crispconnect.client.Call",
                        "dev.crispconnect.client.time.Time",
                        "org.slf4j.Logger",
                        "org.apache.kafka.connect.source.SourceTaskContext"))
                .check(source);
    }

    @Test
    void positionsKnowNothingOfKafkaConnect() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".position..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka..", "dev.crispconnect.client..")
                .check(source);
    }

    @Test
    void budgetsNeedNothingButTheJdk() {
        classes()
                .that()
                .resideInAPackage(ROOT + ".budget..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", ROOT + ".budget..")
                .check(source);
    }

    @Test
    void nobodyButTheClientKnowsHowCallsTravel() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "okhttp3..",
                        "com.fasterxml.jackson..",
                        "dev.crispconnect.sink..",
                        "dev.crispconnect.simulator..")
                .check(source);
    }

    @Test
    void onlyTheShellIsPublicAtTheRoot() {
        classes()
                .that()
                .resideInAPackage(ROOT)
                .and()
                .arePublic()
                .should()
                .haveNameMatching(".*\\.CrispSource(Connector|Task)")
                .check(source);
    }

    private static DescribedPredicate<JavaClass> isOneOf(String... names) {
        return DescribedPredicate.describe("are one of " + String.join(", ", names), type -> java.util.Set.of(names)
                .contains(type.getName()));
    }
}
