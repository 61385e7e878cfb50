package heed.app.study;

import static org.assertj.core.api.Assertions.assertThat;

import heed.topology.detect.WatchRule;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StudyTest {

    @Test
    void givesTheSameFiguresOnAnyNumberOfThreads() throws InterruptedException {
        // When
        List<String> alone = run(plan(60, 10, 7, 1)).lines();
        List<String> together = run(plan(60, 10, 7, 3)).lines();
        List<String> otherSeed = run(plan(60, 10, 8, 3)).lines();

        // Then
        assertThat(together).isEqualTo(alone);
        assertThat(otherSeed).isNotEqualTo(alone);
    }

    @Test
    void countsAboutAsManyFalseAlarmsAsTheTargetAllowsAndFindsLargeDropsSooner() throws InterruptedException {
        // When
        StudyReport report = run(plan(20, 40, 1, 2));

        // Then
        StudyReport.Row heed = report.rows().get(0);
        assertThat(heed.detector()).isEqualTo("Heed");
        // A target of 20 days allows 18.25 a year; the method is cautious, but not silent.
        assertThat(heed.falseAlarms().rate()).isBetween(3.0, 18.25);
        assertThat(heed.falseAlarms().low()).isLessThan(heed.falseAlarms().rate());
        List<Double> medians =
                heed.delays().stream().map(delays -> delays.median().days()).toList();
        assertThat(medians.get(2)).isLessThan(medians.get(1)).isLessThan(3);
        assertThat(medians.get(1)).isLessThan(medians.get(0));
    }

    @Test
    void tellsProgressUpToTheEnd() throws InterruptedException {
        // Given
        List<String> heard = new ArrayList<>();

        // When
        new Study(plan(365, 2, 1, 1), (done, total) -> heard.add(done + " of " + total)).run();

        // Then
        assertThat(heard).startsWith("1 of 8").endsWith("8 of 8").hasSize(8);
    }

    private static StudyReport run(Study.Plan plan) throws InterruptedException {
        return new Study(plan, (done, total) -> {}).run();
    }

    private static Study.Plan plan(double targetDays, int keys, long seed, int threads) {
        return new Study.Plan(List.of(Scenario.A), List.of(20), new WatchRule(targetDays), keys, 1, seed, threads);
    }
}
