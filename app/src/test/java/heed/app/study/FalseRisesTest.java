package heed.app.study;

import static org.assertj.core.api.Assertions.assertThat;

import heed.topology.detect.WatchEvent;
import heed.topology.detect.WatchRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds false findings of rises to one a year. {@code -Dlives=400} gives the figures of docs/detection.md. */
class FalseRisesTest {

    private static final int YEARS = 3;
    private static final int LIVES = Integer.getInteger("lives", 15);

    @ParameterizedTest
    @CsvSource({"a, 5", "a, 50", "c, 5", "c, 50", "AR, 5", "AR, 50"})
    void chanceAloneShowsARiseLessThanOnceAYear(String symbol, int volume) {
        // Given
        Scenario scenario = Arrays.stream(Scenario.values())
                .filter(known -> known.symbol().equals(symbol))
                .findFirst()
                .orElseThrow();

        // When
        List<Rising> lives = new ArrayList<>();
        for (int life = 0; life < LIVES; life++) {
            Rising rising = new Rising(scenario);
            long seed = 1_000_003 + life * 7_919L + Integer.toString(volume).hashCode() * 31L + symbol.hashCode();
            new SimulatedKey(scenario, volume, 0, seed, List.of(rising)).calm(YEARS);
            lives.add(rising);
        }

        // Then
        FalseAlarms rate = FalseAlarms.of(
                lives.stream().mapToDouble(Detector::alarms).toArray(),
                lives.stream().mapToDouble(Detector::watchedDays).toArray());
        assertThat(rate.rate())
                .as("%s at %d a day: %s", symbol, volume, rate)
                .isPositive()
                .isLessThan(1);
    }

    private static final class Rising extends WatchFindings {

        Rising(Scenario scenario) {
            super(scenario, new WatchRule(365));
        }

        @Override
        public void rose(WatchEvent.Rise event) {
            found(event.atMs());
        }

        @Override
        public void fellBack(WatchEvent.RiseEnded event) {
            over(event.atMs());
        }

        @Override
        public void alarm(WatchEvent.Alarm event) {
            // Rises are counted, drops are not.
        }

        @Override
        public void recovered(WatchEvent.Recovered event) {
            // As above.
        }
    }
}
