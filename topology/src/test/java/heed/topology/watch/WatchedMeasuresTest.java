package heed.topology.watch;

import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.Rise;
import heed.schemas.RiseState;
import heed.schemas.WatchTime;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.questionnaire.Questionnaires;
import heed.topology.ChangelogFixture;
import heed.topology.detect.WatchMethod;
import heed.topology.response.MeasureCatalogue;
import heed.topology.response.Place;
import heed.topology.response.Places;
import heed.topology.response.ScoredMeasure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class WatchedMeasuresTest {

    private final MeasureCatalogue catalogue = new MeasureCatalogue(Questionnaires.shipped());
    private final Places places = new Places(HospitalDirectory.empty());
    private final Place place = places.of("H1", "W1");
    private final ScoredMeasure measure = catalogue.byName("fft-2020.positive");

    @Test
    void restoresTheOpenRiseOfAKey() {
        // Given
        ChangelogFixture changelog = new ChangelogFixture();
        WatchedMeasures keys = keys();
        keys.change(keys.at(place), measure, 0).rise = rise();
        keys.change(keys.at(place.whole()), measure, 0);
        changelog.commit(keys);

        // When
        WatchedMeasures restored = changelog.restore(keys());

        // Then
        assertThat(restored.change(restored.at(place), measure, 0).rise).isEqualTo(rise());
        assertThat(restored.change(restored.at(place.whole()), measure, 0).rise).isNull();
    }

    @Test
    void restoresSinceWhenAKeyStandsAsItDoes() {
        // Given
        ChangelogFixture changelog = new ChangelogFixture();
        WatchedMeasures keys = keys();
        keys.change(keys.at(place), measure, 5_000);
        keys.change(keys.at(place), measure, 7_000);
        changelog.commit(keys);

        // When
        WatchedMeasures restored = changelog.restore(keys());

        // Then
        assertThat(restored.change(restored.at(place), measure, 9_000).sinceMs).isEqualTo(5_000);
    }

    @Test
    void restoresWhatWasUsualWhenLearningEnded() {
        // Given
        ChangelogFixture changelog = new ChangelogFixture();
        WatchedMeasures keys = keys();
        WatchedMeasure key = keys.change(keys.at(place), measure, 0);
        key.comeback.learned(key.watch);
        changelog.commit(keys);

        // When
        WatchedMeasures restored = changelog.restore(keys());

        // Then
        assertThat(key.comeback.first()).isFinite();
        assertThat(restored.change(restored.at(place), measure, 0).comeback.first())
                .isEqualTo(key.comeback.first());
    }

    @Test
    void readsRowsWithoutWhatWasUsualWhenLearningEnded() {
        // Given
        ChangelogFixture changelog = new ChangelogFixture();
        WatchedMeasures keys = keys();
        keys.change(keys.at(place), measure, 5_000).rise = rise();
        changelog.commit(keys);
        changelog.rewrite(row -> Arrays.copyOf(row, row.length - Double.BYTES));

        // When
        WatchedMeasures restored = changelog.restore(keys());

        // Then
        assertThat(restored.change(restored.at(place), measure, 0).rise).isEqualTo(rise());
        assertThat(restored.change(restored.at(place), measure, 0).sinceMs).isEqualTo(5_000);
    }

    @Test
    void restoresTheActsThatWaitAndTheLastThatTookEffect() {
        // Given
        ChangelogFixture changelog = new ChangelogFixture();
        WatchedMeasures keys = keys();
        Act early = new Act("a", null, 1_000);
        Act late = new Act("b", "d", 2_000);
        keys.await(keys.change(keys.at(place), measure, 0), early);
        keys.takeDue("H1", 61_000, (key, act) -> {});
        keys.await(keys.change(keys.at(place), measure, 0), late);
        changelog.commit(keys);

        // When
        WatchedMeasures restored = changelog.restore(keys());
        restored.await(restored.change(restored.at(place), measure, 0), new Act("a", null, 1_500));
        List<Act> taken = new ArrayList<>();
        restored.takeDue("H1", 61_999, (key, act) -> taken.add(act));
        boolean before = taken.isEmpty();
        restored.takeDue("H1", 62_000, (key, act) -> taken.add(act));
        restored.takeDue("H1", 63_000, (key, act) -> taken.add(act));

        // Then
        assertThat(before).isTrue();
        assertThat(taken).containsExactly(late);
    }

    @Test
    void givesActsOfSeveralKeysByTheirTimesAlsoAfterARestart() {
        // Given
        ChangelogFixture changelog = new ChangelogFixture();
        WatchedMeasures keys = keys();
        keys.await(keys.change(keys.at(place), measure, 0), new Act("a", null, 2_000));
        keys.await(keys.change(keys.at(place.whole()), measure, 0), new Act("b", null, 1_000));
        keys.await(keys.change(keys.at(place.whole()), measure, 0), new Act("c", null, 3_000));
        changelog.commit(keys);
        List<String> ids = new ArrayList<>();

        // When
        changelog.restore(keys()).takeDue("H1", 62_000, (key, act) -> ids.add(act.id()));

        // Then
        assertThat(ids).containsExactly("b", "a");
    }

    /** A changelog that is not compacted yet, and a standby's, has a row as it was before too. */
    @Test
    void doesNotGiveAnActAgainThatAnEarlierRowOfItsKeySaysWaits() {
        // Given
        ChangelogFixture changelog = new ChangelogFixture();
        WatchedMeasures keys = keys();
        WatchedMeasures restored = keys();
        keys.await(keys.change(keys.at(place), measure, 0), new Act("a", null, 1_000));
        changelog.commit(keys);
        changelog.restore(restored);
        keys.takeDue("H1", 61_000, (key, act) -> {});
        changelog.commit(keys);
        List<Act> taken = new ArrayList<>();

        // When
        changelog.restore(restored);
        restored.takeDue("H1", 62_000, (key, act) -> taken.add(act));

        // Then
        assertThat(taken).isEmpty();
        assertThat(restored.anyActWaits("H1")).isFalse();
    }

    private WatchedMeasures keys() {
        return new WatchedMeasures(WatchRules.DEFAULTS, places, catalogue);
    }

    private static Rise rise() {
        return Rise.newBuilder()
                .setRiseId("r")
                .setHospital("H1")
                .setUnit("W1")
                .setMeasure("fft-2020.positive")
                .setState(RiseState.OPEN)
                .setSince(Instant.EPOCH)
                .setOpenedAt(Instant.EPOCH)
                .setBaseline(.8)
                .setScore(.9)
                .setScoreLow(.85)
                .setScoreHigh(.95)
                .setRise(.1)
                .setEvidence(1.5)
                .setEvidenceYears(3)
                .setFalseAlarmDays(730)
                .setResponsesUsed(100)
                .setWatchTime(WatchTime.GIVEN)
                .setTrail(List.of())
                .setIcc(.01)
                .setRuleVersion(WatchMethod.WATCH_1.version())
                .setAsOf(Instant.EPOCH)
                .build();
    }
}
