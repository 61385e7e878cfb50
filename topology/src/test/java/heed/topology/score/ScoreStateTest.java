package heed.topology.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import heed.schemas.Window;
import heed.schemas.disclosure.Minimums;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.questionnaire.Questionnaires;
import heed.topology.ChangelogFixture;
import heed.topology.response.Answers;
import heed.topology.response.Change;
import heed.topology.response.MeasureCatalogue;
import heed.topology.response.Places;
import heed.topology.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScoreStateTest {

    private static final long DAY = 86_400_000L;
    private static final int CLOSED_THROUGH = 1;

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
        assertThat(said(after))
                .containsExactlyInAnyOrder(
                        "HOUR n=2 sum=4000 squares=10000000 final=true",
                        "DAY n=2 sum=4000 squares=10000000 final=true",
                        "WEEK n=2 sum=4000 squares=10000000 final=true",
                        "MONTH n=2 sum=4000 squares=10000000 final=false");
    }

    @Test
    void whatHasBecomeFinalStaysSoAfterARestoreAndIsNotSaidAgain() {
        // Given
        ScoreState before = fresh();
        before.apply(put(10, 1_000, 5));
        changelog.commit(before);
        before.advanceTo(57 * DAY);
        changelog.commit(before);

        // When
        ScoreState after = changelog.restore(fresh());
        after.restored();
        after.advanceTo(57 * DAY);
        List<String> saidAgain = said(after);
        after.apply(put(10, 3_000, 6));
        List<String> corrected = said(after);

        // Then
        assertThat(saidAgain).isEmpty();
        assertThat(corrected)
                .containsExactlyInAnyOrder(
                        "HOUR n=2 sum=4000 squares=10000000 final=true",
                        "DAY n=2 sum=4000 squares=10000000 final=true",
                        "WEEK n=2 sum=4000 squares=10000000 final=true",
                        "MONTH n=2 sum=4000 squares=10000000 final=false");
    }

    @Test
    void aShorterLatenessAfterARestoreSaysWhatItMakesFinal() {
        // Given
        ScoreState before = fresh();
        before.apply(put(10, 1_000, 5));
        before.advanceTo(20 * DAY);
        changelog.commit(before);

        // When
        ScoreState after = changelog.restore(withLateness(1));
        after.restored();
        after.advanceTo(20 * DAY);

        // Then
        assertThat(said(after))
                .containsExactlyInAnyOrder(
                        "HOUR n=1 sum=1000 squares=1000000 final=true",
                        "DAY n=1 sum=1000 squares=1000000 final=true",
                        "WEEK n=1 sum=1000 squares=1000000 final=true");
    }

    @Test
    void hoursOfUnitsThatTheRulesHaveNoMoreAreTakenBackOnce() {
        // Given
        ScoreState before = state(rules(45, Window.HOUR));
        before.apply(putInto("W1", 10, 1_000, 5));
        before.advanceTo(10 * DAY);
        changelog.commit(before);

        // When
        ScoreState after = changelog.restore(state(rules(45, Window.DAY)));
        after.restored();
        List<String> dropped = dropped(after);
        List<String> droppedAgain = dropped(after);
        changelog.commit(after);

        // Then
        assertThat(dropped).containsExactly("H1|W1 HOUR");
        assertThat(droppedAgain).isEmpty();
        assertThat(changelog.size()).isEqualTo(7 + CLOSED_THROUGH);
    }

    @Test
    void hoursOfUnitsThatWereNeverCountedCannotBegin() {
        // Given
        ScoreState before = fresh();
        before.apply(put(10, 1_000, 5));
        before.advanceTo(10 * DAY);
        changelog.commit(before);
        ScoreState after = state(rules(45, Window.HOUR));

        // When
        Throwable refused = catchThrowable(() -> changelog.restore(after));

        // Then
        assertThat(refused)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("pipeline.unit-windows-from was DAY until now and cannot become HOUR while what was counted"
                        + " is kept: set it back, or take another pipeline.application-id and replay");
    }

    @Test
    void becomingFinalCostsNoRowOfThePane() {
        // Given
        ScoreState state = fresh();
        state.apply(put(10, 1_000, 5));
        changelog.commit(state);

        // When
        state.advanceTo(100 * DAY);
        List<byte[]> written = new ArrayList<>();
        state.writeChanges((key, value) -> written.add(key));

        // Then
        assertThat(written).hasSize(CLOSED_THROUGH);
    }

    @Test
    void aPaneIsDeletedOnceItIsFinalAndTheLedgerHasClosedItsDays() {
        // Given
        ScoreState state = fresh();
        state.apply(put(10, 1_000, 90));
        state.advanceTo(100 * DAY);
        changelog.commit(state);
        int onTheLastDay = changelog.size();

        // When
        int stillCorrectable = sizeAfterClosing(state, 89);
        int closed = sizeAfterClosing(state, 90);

        // Then
        assertThat(onTheLastDay).isEqualTo(4 + CLOSED_THROUGH);
        assertThat(stillCorrectable).isEqualTo(8 + CLOSED_THROUGH);
        assertThat(closed).isEqualTo(4 + CLOSED_THROUGH);
    }

    @Test
    void aPaneIsKeptWhileAResponseThatTheLedgerStillTakesMayFallIntoIt() {
        // Given
        // Hour, day and week ended with day 10, so what arrives on day 56 is late for them
        ScoreState state = fresh();
        state.apply(put(10, 1_000, 12));
        state.advanceTo(60 * DAY);
        changelog.commit(state);

        // When
        int takesDay55 = sizeAfterClosing(state, 54);
        int takesDay56 = sizeAfterClosing(state, 55);

        // Then
        // Four panes are of the response that tells of the closing, and the month is not final
        assertThat(takesDay55).isEqualTo(4 + 4 + CLOSED_THROUGH);
        assertThat(takesDay56).isEqualTo(1 + 4 + CLOSED_THROUGH);
    }

    @Test
    void aPaneThatIsNotFinalIsKeptWhateverTheLedgerHasClosed() {
        // Given
        ScoreState state = fresh();
        state.apply(put(10, 1_000, 12));
        changelog.commit(state);

        // When
        int size = sizeAfterClosing(state, 100);

        // Then
        assertThat(size).isEqualTo(8);
    }

    @Test
    void aCorrectionThatChangesNothingKeepsThePaneAsLongAsItself() {
        // Given
        ScoreState state = fresh();
        state.apply(put(10, 1_000, 12));
        changelog.commit(state);
        Change same = correct(10, 1_000, 1_000);
        same.keptOn(95, Long.MIN_VALUE);
        state.apply(same);
        state.advanceTo(100 * DAY);
        changelog.commit(state);
        ScoreState restored = changelog.restore(fresh());
        restored.restored();

        // When
        int kept = sizeAfterClosing(restored, 94);
        int closed = sizeAfterClosing(restored, 95);

        // Then
        assertThat(kept).isEqualTo(8 + CLOSED_THROUGH);
        assertThat(closed).isEqualTo(4 + CLOSED_THROUGH);
    }

    /**
     * Puts in a response of day 200 that tells of a ledger closed through {@code day}, and returns the number of rows
     * left.
     */
    private int sizeAfterClosing(ScoreState state, long day) {
        Change later = put(200, 1_000, 200);
        later.keptOn(200, day);
        state.apply(later);
        changelog.commit(state);
        return changelog.size();
    }

    @Test
    void restatementsSurviveARestore() {
        // Given
        ScoreState before = fresh();
        before.apply(put(10, 1_000, 5));
        before.apply(correct(10, 1_000, 2_000));
        before.apply(correct(10, 2_000, 3_000));
        changelog.commit(before);

        // When
        ScoreState after = changelog.restore(fresh());
        after.restored();
        after.apply(put(10, 1_000, 5));
        List<Long> restatements = new ArrayList<>();
        after.forEachChanged(pane -> restatements.add(pane.restatements(0)));

        // Then
        assertThat(restatements).containsOnly(2L);
    }

    @Test
    void aHospitalsMonthFollowsItsDays() {
        // Given
        ScoreState before = fresh();
        before.apply(put(10, 1_000, 5));
        before.apply(put(10, 3_000, 5));
        before.apply(put(12, 2_000, 5));
        changelog.commit(before);

        // When
        ScoreState after = changelog.restore(fresh());
        after.restored();
        after.apply(put(12, 5_000, 5));
        String added = days(after);
        after.apply(correct(12, 5_000, 6_000));
        String corrected = days(after);
        after.apply(move(12, 10, 3_000));
        String moved = days(after);

        // Then
        assertThat(added).isEqualTo("n=4 squaredN=8 squaredSum=65000000 restatements=0");
        assertThat(corrected).isEqualTo("n=4 squaredN=8 squaredSum=80000000 restatements=1");
        assertThat(moved).isEqualTo("n=4 squaredN=10 squaredSum=74000000 restatements=2");
    }

    private static String days(ScoreState state) {
        List<String> rows = new ArrayList<>();
        state.forEachChanged(pane -> {
            if (pane.hasDays()) {
                rows.add("n=" + pane.dated(0) + " squaredN=" + pane.squaredN(0) + " squaredSum=" + pane.squaredSum(0)
                        + " restatements=" + pane.restatements(0));
            }
        });
        return String.join(", ", rows);
    }

    /** A correction that says nothing but another day. */
    private Change move(long from, long to, int points) {
        Change change = put(to, points, 5);
        Answers before = change.takeOut(1);
        before.start(change.in().place(), from * DAY);
        before.add(catalogue.byName("fft-2020.positive"), points);
        return change;
    }

    private static List<String> said(ScoreState state) {
        List<String> rows = new ArrayList<>();
        state.forEachChanged(pane -> rows.add(pane.window + " n=" + pane.n(0) + " sum=" + pane.sum(0) + " squares="
                + pane.sumOfSquares(0) + " final="
                + pane.endsBy(state.closedThroughMs())));
        return rows;
    }

    private ScoreState fresh() {
        return withLateness(45);
    }

    private ScoreState withLateness(int days) {
        return state(rules(days, Window.DAY));
    }

    private ScoreState state(ScoreRules rules) {
        return new ScoreState(rules, new Places(HospitalDirectory.empty()), catalogue);
    }

    private static ScoreRules rules(int days, Window unitsFrom) {
        return new ScoreRules(new Minimums(1, 1), Duration.ofDays(days), Duration.ofHours(1), unitsFrom);
    }

    private static List<String> dropped(ScoreState state) {
        List<String> rows = new ArrayList<>();
        state.forEachDropped(pane -> rows.add(pane.place + " " + pane.window));
        return rows;
    }

    private Change correct(long day, int from, int to) {
        Change change = put(day, to, 5);
        Answers before = change.takeOut(1);
        before.start(change.in().place(), day * DAY);
        before.add(catalogue.byName("fft-2020.positive"), from);
        return change;
    }

    private Change put(long day, int points, long ledgerDay) {
        return putInto(null, day, points, ledgerDay);
    }

    private Change putInto(@Nullable String unit, long day, int points, long ledgerDay) {
        Answers answers = new Answers();
        answers.start(new Places(HospitalDirectory.empty()).of("H1", unit), day * DAY);
        answers.add(catalogue.byName("fft-2020.positive"), points);
        Response cause = new Response();
        cause.start(0, 0, 1, Response.Kind.SUBMITTED, new Record<>(new byte[0], null, day * DAY));
        cause.answers().start(answers.place(), answers.givenAtMs());
        Change change = new Change();
        change.start(cause);
        change.keptOn(ledgerDay, Long.MIN_VALUE);
        change.putIn(answers);
        return change;
    }
}
