package heed.app.calibrate;

import static org.assertj.core.api.Assertions.assertThat;

import heed.topology.watch.Loss;
import heed.topology.watch.WatchEvent;
import heed.topology.watch.WatchKey;
import heed.topology.watch.WatchListener;
import heed.topology.watch.WatchRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds false findings of rises to one a year. {@code -Dlives=400} gives the figures of docs/detection.md. */
class FalseRisesTest {

    private static final int YEARS = 3;
    private static final int LIVES = Integer.getInteger("lives", 15);
    private static final double DAY_MS = 86_400_000;

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
            new Life(scenario, volume, 0, seed, List.of(rising)).calm(YEARS);
            lives.add(rising);
        }

        // Then
        FalseAlarms rate = FalseAlarms.of(
                lives.stream().mapToDouble(Rule::alarms).toArray(),
                lives.stream().mapToDouble(Rule::watchedDays).toArray());
        assertThat(rate.rate())
                .as("%s at %d a day: %s", symbol, volume, rate)
                .isPositive()
                .isLessThan(1);
    }

    private static final class Rising implements Rule, WatchListener {

        private final WatchKey key = new WatchKey(new WatchRule(365));
        private final double[] scores;
        private boolean learned;
        private boolean open;
        private int rises;
        private long since;
        private long newest;
        private long watched;

        Rising(Scenario scenario) {
            scores = scenario.scores();
        }

        @Override
        public void answer(long day, double hour, int place) {
            newest = (long) ((day + hour / 24) * DAY_MS);
            key.add(day, (int) hour, Loss.ofScore(scores[place]), newest, this);
        }

        @Override
        public void endDay(long day) {
            // The watch needs no end of a day.
        }

        @Override
        public boolean open() {
            return open || !learned;
        }

        @Override
        public int alarms() {
            return rises;
        }

        @Override
        public double watchedDays() {
            return (watched + (open() ? 0 : newest - since)) / DAY_MS;
        }

        @Override
        public void learned(WatchEvent.Learned event) {
            learned = true;
            since = event.at();
        }

        @Override
        public void alarm(WatchEvent.Alarm event) {
            // Rises are counted, drops are not.
        }

        @Override
        public void escalated(WatchEvent.Escalated event) {
            // As above.
        }

        @Override
        public void recovered(WatchEvent.Recovered event) {
            // As above.
        }

        @Override
        public void rose(WatchEvent.Rise event) {
            open = true;
            rises++;
            watched += event.at() - since;
        }

        @Override
        public void fellBack(WatchEvent.RiseEnded event) {
            open = false;
            since = event.at();
        }
    }
}
