package dev.crispconnect.sink;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.crispconnect.client.CrispClient;
import dev.crispconnect.client.time.Time;
import org.junit.jupiter.api.Test;

class LayeringTest {

    private static final JavaClasses SINK = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.crispconnect.sink");

    @Test
    void theSinkKnowsItsClientConnectAndTheLoggerOnly() {
        classes()
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "java..",
                        "org.slf4j",
                        "org.apache.kafka..",
                        "dev.crispconnect.client..",
                        "dev.crispconnect.sink.."))
                .check(SINK);
    }

    @Test
    void commandsArePure() {
        noClasses()
                .that()
                .resideInAPackage("..sink.command")
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("org.slf4j", "org.apache.kafka.clients..", "dev.crispconnect.client.time"))
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(CrispClient.class)
                .check(SINK);
        noClasses()
                .that()
                .resideInAPackage("..sink.command")
                .should()
                .dependOnClassesThat(resideInAnyPackage("dev.crispconnect.sink..")
                        .and(not(resideInAnyPackage("dev.crispconnect.sink.command"))))
                .check(SINK);
    }

    @Test
    void deliveryKnowsNoTopicsAndNobodyKnowsTheRoot() {
        noClasses()
                .that()
                .resideInAPackage("..sink.delivery")
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("org.apache.kafka.clients..", "dev.crispconnect.sink", "..sink.result"))
                .check(SINK);
        noClasses()
                .that()
                .resideInAPackage("dev.crispconnect.sink.*")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.crispconnect.sink")
                .check(SINK);
    }

    @Test
    void onlyTheEdgesKnowTheTime() {
        noClasses()
                .that()
                .resideInAPackage("..sink.result")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Time.class)
                .check(SINK);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("dev.crispconnect.(sink..)").should().beFreeOfCycles().check(SINK);
    }

    @Test
    void onlyTheConnectorAndItsTaskArePublicInTheRoot() {
        classes()
                .that()
                .resideInAPackage("dev.crispconnect.sink")
                .and()
                .haveModifier(JavaModifier.PUBLIC)
                .should()
                .beAssignableTo(org.apache.kafka.connect.connector.Connector.class)
                .orShould()
                .beAssignableTo(org.apache.kafka.connect.connector.Task.class)
                .check(SINK);
    }
}
