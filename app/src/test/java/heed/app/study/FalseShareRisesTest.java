package heed.app.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import heed.connectors.theme.weeks.WatchedThemes;
import heed.schemas.sentence.CommentSentences;
import heed.topology.detect.WatchMethod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Holds false rises of a theme's share, over all themes of a hospital that are watched, to what is said of them.
 * {@code ./heed calibrate --themes} gives the figures of docs/detection.md.
 */
class FalseShareRisesTest {

    private static final int LIVES = Integer.getInteger("lives", 25);
    private static final int YEARS = 3;

    private static final Pattern ROW =
            Pattern.compile("\\| (\\w+) \\| [\\d,]+ \\| 0\\.\\d+ \\| .+? \\| (\\d\\.\\d+) \\|.*");

    private final ShareStudy study = new ShareStudy(LIVES, YEARS, 2, WatchMethod.DEFAULT);

    @Tag("simulation")
    @ParameterizedTest
    @CsvSource({
        "STEADY, 120, .03",
        "STEADY, 120, .12",
        "CLUSTERED, 300, .12",
        "THIRD, 300, .03",
        "TENTH, 1000, .12",
        "TRIPLE, 120, .12"
    })
    void chanceLabelsThatErrAndStepsShowAHospitalARiseLessThanOnceAYear(ShareWorld world, int comments, double usual) {
        // When
        FalseAlarms rate = study.falseRises(world, comments, usual);

        // Then
        assertThat(rate.rate() * WatchedThemes.ALL.size())
                .as("%s, %d comments a week, %s", world, comments, rate)
                .isLessThan(1);
        assertThat(rate.years()).isPositive();
    }

    /** As many lives as the table of docs/detection.md has: what fewer show of these worlds says too little. */
    @Tag("simulation")
    @ParameterizedTest
    @CsvSource({"STEADY, 80, .03, 1.03", "SEASON, 80, .03, 1.09", "ALIKE, 300, .30, 3.96"})
    void inTheWorstWorldsThereAreAsManyAsTheirRowsSay(ShareWorld world, int comments, double usual, double row) {
        // Given
        var asInTheTable = new ShareStudy(100, 4, 2, WatchMethod.DEFAULT);

        // When
        FalseAlarms rate = asInTheTable.falseRises(world, comments, usual);

        // Then
        assertThat(rate.rate() * WatchedThemes.ALL.size())
                .as("%s, %d comments a week, %s", world, comments, rate)
                .isCloseTo(row, within(.1));
    }

    @Test
    void whatIsSaidOfTheRateIsTheMostThatTheTableHas() throws IOException {
        // Given
        Path root = Path.of("..");
        Map<Boolean, Double> most = Files.readString(root.resolve("docs/detection.md"))
                .lines()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .filter(row -> Arrays.stream(ShareWorld.values())
                        .anyMatch(world -> world.name().equalsIgnoreCase(row.group(1))))
                .collect(Collectors.toMap(
                        row -> "alike".equals(row.group(1)), row -> Double.parseDouble(row.group(2)), Math::max));
        String said = String.format(
                Locale.ROOT,
                "held to one such rise a year; in simulation 0 to %.1f, and up to %.0f where weeks are like those"
                        + " before them",
                most.get(false),
                most.get(true));

        // When
        List<String> texts = List.of(
                Files.readString(root.resolve("docs/comments.md")),
                Files.readString(root.resolve("CHANGELOG.md")),
                Files.readString(root.resolve("monitoring/src/main/resources/heed/monitoring/api/openapi.yaml")),
                CommentSentences.RISEN_THEMES.english());

        // Then
        assertThat(texts).allSatisfy(text -> assertThat(text).contains(said));
    }

    @Test
    void aRiseOfTwentyPointsIsToldWithinAMonth() {
        // When
        double[] delays = study.delays(ShareWorld.STEADY, 300, .12, .20);

        // Then
        assertThat(delays).hasSizeGreaterThan(LIVES / 2);
        assertThat(delays[delays.length / 2]).isLessThanOrEqualTo(4);
    }

    @Test
    void theTableSaysOfEachWorldWhatItIs() {
        // When
        List<String> lines = new ShareStudy(2, 1, 1, WatchMethod.DEFAULT).lines();

        // Then
        assertThat(lines).hasSize(2 + 7 * 12 + 7).anyMatch(line -> line.startsWith("| third | 300 | 0.12 |"));
    }
}
