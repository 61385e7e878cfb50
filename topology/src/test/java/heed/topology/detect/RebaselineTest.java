package heed.topology.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a person's act does to one key. */
class RebaselineTest {

    private static final WatchRule RULE = new WatchRule(365);
    private static final long MONDAY = 20_003;
    private static final long DAY_MS = 86_400_000;

    private final MeasureWatchCodec codec = new MeasureWatchCodec();
    private final Recorded recorded = new Recorded();
    private MeasureWatch key = new MeasureWatch(RULE);

    @Test
    void theDaysSinceTheFallAreTheUsualOnesAtOnceWhereTheySuffice() {
        // Given
        days(MONDAY, 60, 18, 2);
        days(MONDAY + 60, 40, 14, 6);

        // When
        key.rebaseline(7, recorded);

        // Then
        assertThat(last(2))
                .satisfiesExactly(
                        event -> assertThat(event).isEqualTo(new WatchEvent.Rebaselined(7)),
                        event -> assertThat(event).isInstanceOfSatisfying(WatchEvent.Learned.class, learned -> {
                            assertThat(learned.atMs()).isEqualTo(7);
                            assertThat(learned.baseline()).isCloseTo(.7, within(.001));
                            assertThat(learned.n()).isBetween(560L, 740L);
                        }));
        assertThat(key.snapshot().status()).isEqualTo(WatchStatus.NORMAL);
        assertThat(key.snapshot().evidence()).isZero();
    }

    @Test
    void learnsFurtherWhereTheDaysSinceTheFallDoNotSuffice() {
        // Given
        days(MONDAY, 60, 18, 2);
        days(MONDAY + 60, 20, 14, 6);

        // When
        key.rebaseline(7, recorded);
        WatchStatus atMs = key.snapshot().status();
        int said = recorded.all().size();
        days(MONDAY + 80, 20, 14, 6);

        // Then
        assertThat(atMs).isEqualTo(WatchStatus.LEARNING);
        assertThat(recorded.all().get(said - 1)).isEqualTo(new WatchEvent.Rebaselined(7));
        assertThat(recorded.all()).hasSize(said + 1);
        assertThat(recorded.all().get(said))
                .isInstanceOfSatisfying(WatchEvent.Learned.class, learned -> assertThat(learned.baseline())
                        .isCloseTo(.7, within(.001)));
    }

    @Test
    void theDaysSinceARiseAreTheUsualOnesAndItsEndIsADropFromThere() {
        // Given
        days(MONDAY, 60, 14, 6);
        days(MONDAY + 60, 60, 19, 1);
        int rises = recorded.rises().size();

        // When
        key.rebaseline(7, recorded);
        double usual = key.snapshot().baseline();
        days(MONDAY + 120, 10, 14, 6);

        // Then
        assertThat(rises).isEqualTo(1);
        assertThat(usual).isCloseTo(.95, within(.002));
        assertThat(recorded.ended()).isEmpty();
        assertThat(recorded.all()).contains(new WatchEvent.Rebaselined(7));
        assertThat(recorded.events()).last().isInstanceOf(WatchEvent.Alarm.class);
    }

    @Test
    void aRiseAboveTheNewUsualLevelIsFoundAgain() {
        // Given
        days(MONDAY, 60, 18, 2);
        days(MONDAY + 60, 60, 12, 8);
        key.rebaseline(7, recorded);

        // When
        days(MONDAY + 120, 20, 18, 2);

        // Then
        assertThat(recorded.rises()).singleElement().satisfies(rise -> assertThat(rise.baseline())
                .isCloseTo(.6, within(.01)));
    }

    @Test
    void learnsFromNothingWhereNothingIsOpen() {
        // Given
        days(MONDAY, 60, 18, 2);

        // When
        key.rebaseline(7, recorded);

        // Then
        assertThat(key.snapshot()).isEqualTo(new WatchState(WatchStatus.LEARNING, 0, 0, .5, .01, 0, 0, 0));
        assertThat(recorded.all()).hasSize(1);
    }

    @Test
    void learnsOfTheOpenDaysThoseAfterTheFallOnly() {
        // Given
        days(MONDAY, 60, 18, 2);
        days(MONDAY + 60, 1, 0, 40);
        WatchStatus fallen = key.snapshot().status();
        days(MONDAY + 61, 2, 10, 10);

        // When
        key.rebaseline(7, recorded);
        days(MONDAY + 63, 20, 10, 10);

        // Then
        assertThat(fallen).isEqualTo(WatchStatus.ALARM);
        // The days to 79 are sealed, of which those from the fall on count
        assertThat(key.snapshot().baselineDays()).isEqualTo(20);
        assertThat(key.snapshot().baselineN()).isEqualTo(40 + 19 * 20);
    }

    @Test
    void learnsNothingOfTheOpenDaysBeforeTheFall() {
        // Given
        days(MONDAY, 60, 18, 2);
        days(MONDAY + 60, 1, 0, 40);
        WatchStatus fallen = key.snapshot().status();

        // When
        key.rebaseline(7, recorded);
        days(MONDAY + 61, 20, 10, 10);

        // Then
        assertThat(fallen).isEqualTo(WatchStatus.ALARM);
        // The days to 77 are sealed; 58 and 59, open at the act, were before the fall
        assertThat(key.snapshot().baselineDays()).isEqualTo(18);
        assertThat(key.snapshot().baselineN()).isEqualTo(40 + 17 * 20);
    }

    @Test
    void learnsOfTheOpenDaysThoseAfterARise() {
        // Given
        days(MONDAY, 60, 14, 6);
        days(MONDAY + 60, 60, 19, 1);
        int rises = recorded.rises().size();

        // When
        key.rebaseline(7, recorded);
        int atOnce = key.snapshot().baselineDays();
        days(MONDAY + 120, 3, 19, 1);

        // Then
        assertThat(rises).isEqualTo(1);
        // The days 117 to 119, open at the act, are sealed
        assertThat(key.snapshot().baselineDays()).isEqualTo(atOnce + 3);
    }

    @Test
    void gathersWhileADropIsOpenTheDaysAfterTheFallOnly() {
        // Given
        days(MONDAY, 60, 18, 2);
        days(MONDAY + 60, 1, 0, 40);
        WatchStatus fallen = key.snapshot().status();

        // When
        days(MONDAY + 61, 40, 10, 10);
        key.rebaseline(7, recorded);

        // Then
        assertThat(fallen).isEqualTo(WatchStatus.ALARM);
        // The days to 97 are sealed, of which those from the fall on count
        assertThat(key.snapshot().baselineDays()).isEqualTo(38);
        assertThat(key.snapshot().baselineN()).isEqualTo(40 + 37 * 20);
    }

    @Test
    void takesBackWhatWasGivenOnTheOpenDaysBeforeTheAct() {
        // Given
        days(MONDAY, 60, 18, 2);
        days(MONDAY + 60, 40, 14, 6);
        key.rebaseline(7, recorded);
        byte[] before = codec.encode(key);

        // When
        key.add(MONDAY + 99, 12, 60, 0, recorded);
        key.add(MONDAY + 98, 12, 0, 0, recorded);
        key.retract(MONDAY + 99, 12, 60, 0, recorded);
        key.retract(MONDAY + 98, 12, 0, 0, recorded);

        // Then
        assertThat(codec.encode(key)).isEqualTo(before);
    }

    @Test
    void goesOnAfterARestartBeforeAndAfterTheActAsWithoutOne() {
        // Given
        days(MONDAY, 60, 14, 6);
        days(MONDAY + 60, 50, 19, 1);
        MeasureWatch unbroken = key;
        MeasureWatch restarted = restarted(unbroken);

        // When
        Recorded expected = new Recorded();
        goOn(unbroken, expected);
        restarted.rebaseline(7, recorded);
        Recorded actual = new Recorded();
        goOnFromTheAct(restarted(restarted), actual);

        // Then
        assertThat(actual.all())
                .hasSizeGreaterThan(1)
                .isEqualTo(expected.all().subList(2, expected.all().size()));
    }

    private void goOn(MeasureWatch going, Recorded listener) {
        going.rebaseline(7, listener);
        goOnFromTheAct(going, listener);
    }

    private void goOnFromTheAct(MeasureWatch going, Recorded listener) {
        days(going, listener, MONDAY + 110, 10, 19, 1);
        days(going, listener, MONDAY + 120, 20, 14, 6);
        days(going, listener, MONDAY + 140, 40, 19, 1);
    }

    private MeasureWatch restarted(MeasureWatch going) {
        return MeasureWatchCodec.decode(codec.encode(going), RULE);
    }

    private List<WatchEvent> last(int count) {
        return recorded.all()
                .subList(recorded.all().size() - count, recorded.all().size());
    }

    private void days(long first, int days, int good, int bad) {
        days(key, recorded, first, days, good, bad);
    }

    private static void days(MeasureWatch going, Recorded listener, long first, int days, int good, int bad) {
        for (long day = first; day < first + days; day++) {
            for (int i = 0; i < good + bad; i++) {
                going.add(day, 12, i < good ? 0 : 60, day * DAY_MS, listener);
            }
        }
    }
}
