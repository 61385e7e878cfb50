package heed.app.permission;

import static org.assertj.core.api.Assertions.assertThat;

import heed.app.settings.Component;
import heed.app.settings.ConfiguredHospitals;
import heed.app.settings.Installation;
import heed.app.settings.Settings;
import heed.app.settings.SettingsReader;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PermissionsTest {

    @Test
    void theIntakeWritesThreeTopicsAndMayNothingElse() {
        // When
        List<String> lines = lines(Component.INTAKE, Map.of());

        // Then
        assertThat(lines)
                .containsExactly(
                        "kafka-acls.sh --bootstrap-server k:1 --add --allow-principal 'User:intake' --operation Write"
                                + " --topic heed.feedback.v1 --topic heed.comments.v1 --topic heed.pulse.v1");
    }

    @Test
    void thePageReadsResultsAndWritesActs() {
        // When
        List<String> lines = lines(Component.PAGE, Map.of());

        // Then
        assertThat(lines)
                .containsExactly(
                        "kafka-acls.sh --bootstrap-server k:1 --add --allow-principal 'User:page' --operation Read"
                                + " --topic heed.scores.v1 --topic heed.channels.v1 --topic heed.drops.v1"
                                + " --topic heed.baselines.v1 --topic heed.rises.v1 --topic heed.silences.v1"
                                + " --topic heed.league.v1 --topic heed.national.v1 --topic heed.standings.v1"
                                + " --topic heed.movements.v1 --topic heed.episodes.v1 --topic heed.themes.v1"
                                + " --topic heed.themerises.v1",
                        "kafka-acls.sh --bootstrap-server k:1 --add --allow-principal 'User:page' --operation Read"
                                + " --operation Write --topic heed.actions.v1");
    }

    @Test
    void aPageForEverybodyTellsNoThemesAndMayNotReadThem() {
        // When
        List<String> published = lines(Component.PAGE, Map.of("page.audience", "published"));

        // Then
        assertThat(published).isNotEmpty().noneMatch(line -> line.contains("heed.theme"));
    }

    @Test
    void theNotifierReadsWhatItTellsAndWritesWhatItHasToldAndIsNothingWithoutRoutes() {
        // When
        List<String> lines = lines(Component.NOTIFIER, Map.of("notify.routes", "routes.yaml"));
        List<String> withoutRoutes = lines(Component.NOTIFIER, Map.of());

        // Then
        assertThat(lines)
                .containsExactly(
                        "kafka-acls.sh --bootstrap-server k:1 --add --allow-principal 'User:notifier' --operation Read"
                                + " --topic heed.drops.v1 --topic heed.rises.v1 --topic heed.silences.v1"
                                + " --topic heed.episodes.v1 --topic heed.themerises.v1 --topic heed.unsubscriptions.v1",
                        "kafka-acls.sh --bootstrap-server k:1 --add --allow-principal 'User:notifier' --operation Read"
                                + " --operation Write --topic heed.deliveries.v1");
        assertThat(withoutRoutes).isEmpty();
    }

    @Test
    void whatCountsThemesReadsCommentsAndWritesLabelsAndCountsInATransactionAndIsNothingWhereNothingIsCounted() {
        // When
        List<String> lines = lines(Component.THEMES, Map.of("comments.themes", "counted"));
        List<String> uncounted = lines(Component.THEMES, Map.of());

        // Then
        assertThat(lines)
                .containsExactlyInAnyOrder(
                        "kafka-acls.sh --bootstrap-server k:1 --add --allow-principal 'User:themes' --operation Read"
                                + " --topic heed.comments.v1",
                        "kafka-acls.sh --bootstrap-server k:1 --add --allow-principal 'User:themes' --operation Read"
                                + " --operation Write --topic heed.labels.v1 --topic heed.themes.v1",
                        "kafka-acls.sh --bootstrap-server k:1 --add --allow-principal 'User:themes' --operation Write"
                                + " --transactional-id heed-themes");
        assertThat(uncounted).isEmpty();
    }

    @Test
    void whatWatchesThemesMayWriteRisesToo() {
        // When
        List<String> lines = lines(Component.THEMES, Map.of("comments.themes", "watched"));

        // Then
        assertThat(lines)
                .hasSize(3)
                .anyMatch(line -> line.endsWith("--operation Read --operation Write --topic heed.labels.v1"
                        + " --topic heed.themes.v1 --topic heed.themerises.v1"));
    }

    @Test
    void thePageWritesWhoStoppedMailsOnlyWhereTheirProgramsReachIt() {
        // Given
        var reached = Map.of("notify.routes", "routes.yaml", "page.public-url", "https://heed.example");

        // When
        List<String> unreached = lines(Component.PAGE, Map.of("notify.routes", "routes.yaml"));
        List<String> lines = lines(Component.PAGE, reached);

        // Then
        assertThat(unreached).noneMatch(line -> line.contains("heed.unsubscriptions.v1"));
        assertThat(lines)
                .filteredOn(line -> line.contains("heed.unsubscriptions.v1"))
                .singleElement()
                .asString()
                .endsWith("--operation Write --topic heed.unsubscriptions.v1");
    }

    @Test
    void withAccountsThePageReadsAndWritesThemAndStillNoResponseAndNoComment() {
        // When
        List<String> lines = lines(Component.PAGE, Map.of("access.people", "accounts"));
        List<String> open = lines(Component.PAGE, Map.of());

        // Then
        assertThat(open).noneMatch(line -> line.contains("heed.audit.v1"));
        assertThat(lines.get(1))
                .endsWith("--operation Read --operation Write --topic heed.actions.v1 --topic heed.accounts.v1"
                        + " --topic heed.sessions.v1 --topic heed.keys.v1 --topic heed.audit.v1");
        assertThat(lines).noneMatch(line -> line.contains("heed.feedback.v1") || line.contains("heed.comments.v1"));
    }

    @Test
    void thePipelinesGroupTransactionsAndTopicsHaveTheNameOfTheApplication() {
        // When
        List<String> lines = lines(Component.PIPELINE, Map.of("pipeline.application-id", "heed-2"));
        List<String> withoutTransactions =
                lines(Component.PIPELINE, Map.of("pipeline.processing-guarantee", "at_least_once"));

        // Then
        assertThat(lines)
                .contains(
                        "kafka-acls.sh --bootstrap-server k:1 --add --allow-principal 'User:pipeline' --operation Read"
                                + " --operation Write --operation Create --resource-pattern-type prefixed --topic heed-2-",
                        "kafka-acls.sh --bootstrap-server k:1 --add --allow-principal 'User:pipeline' --operation Read"
                                + " --group heed-2",
                        "kafka-acls.sh --bootstrap-server k:1 --add --allow-principal 'User:pipeline' --operation Write"
                                + " --resource-pattern-type prefixed --transactional-id heed-2-");
        assertThat(withoutTransactions).noneMatch(line -> line.contains("--transactional-id"));
    }

    @Test
    void whatRunsReadsNoCommentsUnlessTheyAreShownAndThenThePageAlone() {
        // Given
        var shown = Map.of("access.people", "accounts", "comments.use", "shown");

        // When
        List<String> kept = readersOfComments(Map.of());
        List<String> read = readersOfComments(shown);

        // Then
        assertThat(kept).isEmpty();
        assertThat(read).hasSize(1).allMatch(line -> line.contains("User:page"));
    }

    private static List<String> readersOfComments(Map<String, String> options) {
        return Stream.of(Component.PIPELINE, Component.INTAKE, Component.PAGE)
                .flatMap(component -> lines(component, options).stream())
                .filter(line -> line.contains("--operation Read") && line.contains("heed.comments.v1"))
                .toList();
    }

    private static List<String> lines(Component component, Map<String, String> options) {
        Map<String, String> all = new HashMap<>(Map.of("bootstrap", "k:1", "registry", "http://registry:8081"));
        all.putAll(options);
        Settings settings = SettingsReader.read(Optional.empty(), Map.of(), all);
        Installation installation = Installation.of(settings, ConfiguredHospitals.read(settings.hospitals()));
        return new KafkaAcls("k:1", each -> "User:" + each.text())
                .lines(Permissions.of(installation, Clock.systemUTC()).stream()
                        .filter(permission -> permission.component() == component)
                        .toList());
    }
}
