package heed.app.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PublishedMonthsTest {

    /** The first day of 2023-10, twelve months before the month in which a simulated life begins. */
    private static final long FIRST = 19_631;

    private static final int YEAR = 366;

    private final Heard heard = new Heard();

    @Test
    void spreadsEachMonthOverItsDaysSoEvenlyThatNoneDiffers() {
        // When
        new SimulatedKey(Scenario.IMPORT_AS_DAYS, 50, 0, 1, List.of(heard)).calm(0);

        // Then
        assertThat(heard.answers.firstKey()).isEqualTo(FIRST);
        assertThat(heard.answers.headMap(FIRST + YEAR).size()).isEqualTo(YEAR);
        assertThat(heard.ended).isEqualTo(YEAR + SimulatedKey.HISTORY_DAYS);
        for (long day = FIRST; day < FIRST + 31; day++) {
            assertThat(heard.answers.get(day)).isBetween(46, 54);
            assertThat(heard.answers.get(day)).isCloseTo(heard.answers.get(FIRST), within(2));
        }
    }

    @Test
    void saysNothingOfPublishedFiguresToWhoeverLooksWithinAMonth() {
        // When
        new SimulatedKey(Scenario.IMPORT, 50, 0, 1, List.of(heard)).calm(0);

        // Then
        assertThat(heard.answers.firstKey()).isEqualTo(SimulatedKey.FIRST_DAY);
        assertThat(heard.ended).isEqualTo(SimulatedKey.HISTORY_DAYS);
    }

    /** Counts the answers of each day. */
    private static final class Heard implements Detector {

        private final TreeMap<Long, Integer> answers = new TreeMap<>();
        private int ended;

        @Override
        public void answer(long day, double hour, int place) {
            answers.merge(day, 1, Integer::sum);
        }

        @Override
        public void endDay(long day) {
            ended++;
        }

        @Override
        public boolean open() {
            return false;
        }

        @Override
        public int alarms() {
            return 0;
        }

        @Override
        public double watchedDays() {
            return 0;
        }
    }
}
