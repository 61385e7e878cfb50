package heed.app;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import heed.monitoring.readmodel.ReadModel;
import heed.monitoring.readmodel.Viewer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holds the modules and packages to their edges. It is here because here all classes are visible. */
class LayersTest {

    private static final JavaClasses HEED = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            // What other modules' tests lend to ours comes as jars.
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("heed");

    @Test
    void schemasStandOnNoneOfOurs() {
        noClasses()
                .that()
                .resideInAPackage("heed.schemas..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("heed.topology..", "heed.connectors..", "heed.monitoring..", "heed.app..")
                .check(HEED);
    }

    @Test
    void topologyConnectorsAndMonitoringDoNotKnowEachOther() {
        // Given
        List<String> modules = List.of("heed.topology..", "heed.connectors..", "heed.monitoring..");

        // When
        List<ArchRule> rules = modules.stream()
                .map(module -> (ArchRule) noClasses()
                        .that()
                        .resideInAPackage(module)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(modules.stream()
                                .filter(other -> !other.equals(module))
                                .toArray(String[]::new))
                        .orShould()
                        .dependOnClassesThat()
                        .resideInAPackage("heed.app.."))
                .toList();

        // Then
        rules.forEach(rule -> rule.check(HEED));
    }

    @Test
    void theRecountSharesNothingWithWhatItChecks() {
        classes()
                .that()
                .resideInAPackage("heed.app.audit..")
                .should()
                .onlyDependOnClassesThat(
                        resideOutsideOfPackage("heed..").or(resideInAnyPackage("heed.schemas..", "heed.app.audit..")))
                .check(HEED);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("heed.(**)").should().beFreeOfCycles().check(HEED);
    }

    /** The way to figures is a model that somebody else has given a viewer. */
    @Test
    void whateverIsShownToPeoplePassesThroughAViewer() {
        noClasses()
                .that()
                .resideInAnyPackage("heed.monitoring.page..", "heed.monitoring.api..")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(ReadModel.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Viewer.class)
                .check(HEED);
    }

    @Test
    void onlyTheCommandsReadTheEnvironmentAndTheClock() {
        noClasses()
                .that()
                .resideOutsideOfPackage("heed.app.command")
                .should()
                .callMethod(System.class, "getenv")
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(HEED);
    }

    @Test
    void nothingLogsThroughJavaUtilLogging() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.util.logging..")
                .check(HEED);
    }

    @Test
    void nothingWritesToStandardOutputButTheCommands() {
        noClasses()
                .that()
                .resideOutsideOfPackage("heed.app.command")
                .and()
                .haveSimpleNameNotEndingWith("RegistryChild")
                .should()
                .accessField(System.class, "out")
                .check(HEED);
    }
}
