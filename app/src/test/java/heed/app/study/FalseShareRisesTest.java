package heed.app.study;

import static org.assertj.core.api.Assertions.assertThat;

import heed.connectors.theme.weeks.WatchedThemes;
import heed.topology.detect.WatchMethod;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Holds false rises of a theme's share to one a year of a hospital, over all themes that are watched. {@code ./heed
 * calibrate --themes} gives the figures of docs/detection.md.
 */
class FalseShareRisesTest {

    private static final int LIVES = Integer.getInteger("lives", 25);
    private static final int YEARS = 3;

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
