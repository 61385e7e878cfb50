package heed.topology.score;

import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.questionnaire.Questionnaires;
import heed.topology.ChangelogFixture;
import heed.topology.response.Answers;
import heed.topology.response.Change;
import heed.topology.response.MeasureCatalogue;
import heed.topology.response.Places;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoreStateTest {

    private static final long DAY = 86_400_000L;

    private final MeasureCatalogue catalogue = new MeasureCatalogue(Questionnaires.shipped());
    private final ChangelogFixture changelog = new ChangelogFixture();

    @Test
    void aRestoredStateGoesOnAddingAndClosing() {
        // Given
        ScoreState before = fresh();
        before.apply(put(10, 1_000, 5));
        changelog.commit(before);

        // When
        ScoreState after = changelog.restore(fresh());
        after.restored();
        after.apply(put(10, 3_000, 6));
        after.advanceTo(57 * DAY);

        // Then
        List<String> rows = new ArrayList<>();
        after.forEachChanged(pane -> rows.add(pane.window + " n=" + pane.n(0) + " sum=" + pane.sum(0) + " squares="
                + pane.sumOfSquares(0) + " final=" + pane.isFinal));
        assertThat(rows)
                .containsExactlyInAnyOrder(
                        "HOUR n=2 sum=4000 squares=10000000 final=true",
                        "DAY n=2 sum=4000 squares=10000000 final=true",
                        "WEEK n=2 sum=4000 squares=10000000 final=true",
                        "MONTH n=2 sum=4000 squares=10000000 final=false");
    }

    @Test
    void aPaneIsDeletedOnceItIsFinalAndTheLedgerHasClosedItsDays() {
        // Given
        ScoreState state = fresh();
        state.apply(put(10, 1_000, 12));
        state.advanceTo(100 * DAY);
        changelog.commit(state);
        assertThat(changelog.size()).isEqualTo(4);

        // When
        Change later = put(200, 1_000, 200);
        later.keptOn(200, 11);
        state.apply(later);
        changelog.commit(state);
        int stillCorrectable = changelog.size();
        later = put(200, 1_000, 200);
        later.keptOn(200, 12);
        state.apply(later);
        changelog.commit(state);

        // Then
        assertThat(stillCorrectable).isEqualTo(8);
        assertThat(changelog.size()).isEqualTo(4);
    }

    private ScoreState fresh() {
        return new ScoreState(
                new ScoreRules(1, Duration.ofDays(45), Duration.ofHours(1)),
                new Places(HospitalDirectory.empty()),
                catalogue);
    }

    private Change put(long day, int points, long ledgerDay) {
        Answers answers = new Answers();
        answers.start(new Places(HospitalDirectory.empty()).hospital("H1"), day * DAY);
        answers.add(catalogue.byName("fft-2020.positive"), points);
        Change change = new Change();
        change.start(day * DAY);
        change.keptOn(ledgerDay, Long.MIN_VALUE);
        change.putIn(answers);
        return change;
    }
}
