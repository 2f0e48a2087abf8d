package dev.crispconnect.client;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who may import what. */
class LayeringTest {

    private static final String ROOT = "dev.crispconnect.client";
    private static final String[] VALUES = {
        ROOT + ".conversation", ROOT + ".operator", ROOT + ".people", ROOT + ".plugin", ROOT + ".website"
    };

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void kafkaIsKnownToTheSharedSettingsOnly() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".connect")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.kafka.."));
    }

    @Test
    void valuesKnowTheJdkAndEachOtherOnly() {
        String[] allowed =
                Stream.concat(Stream.of("java.."), Arrays.stream(VALUES)).toArray(String[]::new);
        check(classes()
                .that()
                .resideInAnyPackage(VALUES)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed));
    }

    @Test
    void timeKnowsTheJdkOnly() {
        check(classes()
                .that()
                .resideInAPackage(ROOT + ".time")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", ROOT + ".time"));
    }

    @Test
    void theClientDoesNotKnowTheSettings() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".connect")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + ".connect"));
    }

    @Test
    void callsKnowNothingOfEventsAsTheyHappen() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".realtime")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + ".realtime"));
    }

    @Test
    void jsonIsReadAndWrittenWithoutKnowingCrisp() {
        check(classes()
                .that()
                .resideInAPackage(ROOT + ".json")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "com.fasterxml..", ROOT + ".json"));
    }

    @Test
    void noPublicMethodShowsJacksonOrOkHttp() {
        DescribedPredicate<JavaClass> inner =
                JavaClass.Predicates.resideInAnyPackage("com.fasterxml..", "okhttp3..", "okio..");
        check(methods()
                .that()
                .arePublic()
                .and()
                .areDeclaredInClassesThat()
                .arePublic()
                .should()
                .notHaveRawReturnType(inner)
                .andShould()
                .notHaveRawParameterTypes(DescribedPredicate.describe(
                        "of Jackson or OkHttp", types -> types.stream().anyMatch(inner))));
    }

    @Test
    void packagesHaveNoCycles() {
        check(slices().matching(ROOT + ".(*)").should().beFreeOfCycles());
    }

    private static void check(ArchRule rule) {
        rule.check(CLASSES);
    }
}
