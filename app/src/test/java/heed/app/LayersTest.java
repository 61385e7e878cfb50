package heed.app;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import heed.monitoring.readmodel.ReadModel;
import heed.monitoring.readmodel.Viewer;
import heed.monitoring.web.ViewedModels;
import heed.monitoring.web.Viewers;
import heed.schemas.Comment;
import heed.schemas.figures.Interval;
import heed.schemas.figures.Wilson;
import heed.schemas.key.CommentKey;
import heed.schemas.topic.Topics;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

/** Holds the modules and packages to their edges. It is here because here all classes are visible. */
class LayersTest {

    private static final int LONGEST_CONSTRUCTOR = 6;

    private static final JavaClasses HEED = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            // What other modules' tests lend to ours comes as jars.
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("heed");

    @Test
    void schemasStandOnNoneOfOurs() {
        // When // Then
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

    /** What is decided about answers stands on nothing but numbers: no broker, no record, no store. */
    @Test
    void theDetectorKnowsNeitherKafkaNorAvro() {
        // When // Then
        classes()
                .that()
                .resideInAnyPackage("heed.topology.detect..", "heed.topology.respondent", "heed.topology.row")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                                "java..",
                                "org.jspecify.annotations",
                                "heed.topology.detect..",
                                "heed.topology.respondent",
                                "heed.topology.row")
                        .or(belongToAnyOf(Wilson.class, Interval.class)))
                .check(HEED);
    }

    /** A mail, a table, a file, a figure or a score can't tell what it never has in hand. */
    @Test
    void whatPatientsWroteIsKnownToNeitherStepsNorMetersNorAnyWayOut() {
        // When // Then
        noClasses()
                .that()
                .resideInAnyPackage(
                        "heed.topology..",
                        "heed.connectors.notify..",
                        "heed.connectors.postgres..",
                        "heed.connectors.export..",
                        "heed.monitoring.meters..")
                .should()
                .dependOnClassesThat(belongToAnyOf(Comment.class, CommentKey.class))
                .orShould()
                .accessField(Topics.class, "COMMENTS")
                .check(HEED);
    }

    @Test
    void theRecountSharesNothingWithWhatItChecks() {
        // When // Then
        classes()
                .that()
                .resideInAPackage("heed.app.audit..")
                .should()
                .onlyDependOnClassesThat(resideOutsideOfPackage("heed..")
                        .or(resideInAnyPackage("heed.schemas..", "heed.app.audit..")
                                .and(resideOutsideOfPackage("heed.schemas.figures.."))))
                .check(HEED);
    }

    @Test
    void whatIsAskedOfASubmissionIsAskedWhicheverWayItComesIn() {
        // When // Then
        noClasses()
                .that()
                .resideInAPackage("heed.connectors.submission..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "heed.connectors.intake..",
                        "heed.connectors.published..",
                        "com.fasterxml..",
                        "io.javalin..",
                        "org.apache.commons..",
                        "org.apache.kafka..")
                .check(HEED);
    }

    @Test
    void everyPackageDependsOnlyOnThoseThatTheTableAllows() throws IOException {
        // Given
        var table = new AllowedEdges();

        // When
        Map<String, String> refused = new TreeMap<>();
        packages().stream()
                .filter(each -> !table.knows(each))
                .forEach(each -> refused.put(each, "no line of layers.txt covers it"));
        HEED.stream()
                .flatMap(each -> each.getDirectDependenciesFromSelf().stream())
                .filter(each -> each.getTargetClass().getPackageName().startsWith("heed"))
                .filter(each -> !table.allows(name(each.getOriginClass()), name(each.getTargetClass())))
                .forEach(each -> refused.putIfAbsent(
                        name(each.getOriginClass()) + " -> " + name(each.getTargetClass()), each.getDescription()));

        // Then
        assertThat(refused).as("what layers.txt does not allow").isEmpty();
    }

    @Test
    void theTableSpeaksOfNoPackageThatIsNotThere() throws IOException {
        // When // Then
        assertThat(new AllowedEdges().unusedNames(packages())).isEmpty();
    }

    private static List<String> packages() {
        return HEED.stream().map(LayersTest::name).distinct().sorted().toList();
    }

    /** Returns the name of a class's package, without {@code heed.} in front. */
    private static String name(JavaClass one) {
        return one.getPackageName().replaceFirst("^heed\\.", "");
    }

    @Test
    void packagesHaveNoCycles() {
        // When // Then
        slices().matching("heed.(**)").should().beFreeOfCycles().check(HEED);
    }

    /** The way to figures is the model that a request's viewer sees: who that is, no page and no answer decides. */
    @Test
    void whateverIsShownToPeoplePassesThroughTheViewerOfTheirRequest() {
        // When // Then
        noClasses()
                .that()
                .resideInAnyPackage("heed.monitoring..")
                .and()
                .resideOutsideOfPackages("heed.monitoring.readmodel", "heed.monitoring.meters")
                .and(not(equivalentTo(ViewedModels.class)))
                .should()
                .dependOnClassesThat()
                .areAssignableTo(ReadModel.class)
                .check(HEED);
        noClasses()
                .that()
                .resideInAnyPackage("heed.monitoring..")
                .and()
                .resideOutsideOfPackages("heed.monitoring.readmodel", "heed.monitoring.web")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Viewer.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Viewers.class)
                .check(HEED);
    }

    @Test
    void onlyTheCommandsReadTheEnvironmentAndTheClock() {
        // When // Then
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
        // When // Then
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.util.logging..")
                .check(HEED);
    }

    @Test
    void nothingWritesToStandardOutputButTheCommands() {
        // When // Then
        noClasses()
                .that()
                .resideOutsideOfPackage("heed.app.command")
                .and()
                .haveSimpleNameNotEndingWith("RegistryChild")
                .should()
                .accessField(System.class, "out")
                .check(HEED);
    }

    /** So many values in a row are mixed up unseen, and a field that is added shifts them: a builder names each. */
    @Test
    void nothingButTheirBuildersCallsARecordsLongConstructor() {
        // When // Then
        noClasses()
                .should()
                .callConstructorWhere(DescribedPredicate.describe(
                        "a generated record's constructor of more than " + LONGEST_CONSTRUCTOR + " arguments",
                        call -> call.getTargetOwner().isAssignableTo(SpecificRecord.class)
                                && call.getTarget().getRawParameterTypes().size() > LONGEST_CONSTRUCTOR))
                .check(HEED);
    }
}
