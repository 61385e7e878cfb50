package heed.topology.watch;

import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.Drop;
import heed.schemas.DropPhase;
import heed.schemas.DropState;
import heed.schemas.Rise;
import heed.schemas.RiseState;
import heed.schemas.Severity;
import heed.schemas.WatchTime;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.questionnaire.Questionnaires;
import heed.schemas.record.FilledRecord;
import heed.schemas.record.RecordCopy;
import heed.schemas.sentence.DropSentences;
import heed.schemas.sentence.RiseSentences;
import heed.topology.detect.Comeback;
import heed.topology.detect.FallSize;
import heed.topology.detect.MeasureWatch;
import heed.topology.detect.WatchEvent;
import heed.topology.detect.WatchRule;
import heed.topology.detect.mix.MixTally;
import org.junit.jupiter.api.Test;

/** What follows in a drop or rise says again all that it does not change. */
class NextRecordTest {

    private static final WatchRule RULE = new WatchRule(365);
    private static final HospitalDirectory HOSPITALS = HospitalDirectory.empty();

    private final WatchTimes times = new WatchTimes(HOSPITALS, WatchTime.GIVEN);
    private final DropRecords drops = new DropRecords(new DropSentences(HOSPITALS, Questionnaires.shipped()));
    private final RiseRecords rises = new RiseRecords(times, new RiseSentences(HOSPITALS, Questionnaires.shipped()));

    private final WatchedMeasure key = new WatchedMeasure(null, null, RULE, new MeasureWatch(RULE), new MixTally(), 0);

    @Test
    void keepsOfADropAllButWhatTheEventChanges() {
        // Given
        key.drop = RecordCopy.of(FilledRecord.of(Drop.class), Drop.newBuilder())
                .setState(DropState.OPEN)
                .setPhase(DropPhase.OPEN)
                .setSeverity(Severity.MINOR)
                .build();

        // When
        Drop escalated = drops.escalated(
                key, new WatchEvent.Escalated(2_000_000, 7, .7, .6, .8, .2, FallSize.MODERATE), 2_000_001);
        Drop confirmed = drops.confirmed(key, new WatchEvent.Confirmed(2_000_000, 7, 8), 2_000_001);
        Drop revised = drops.revised(key, new WatchEvent.Revised(2_000_000, true), 2_000_001);
        Drop eased = drops.eased(key, 2_000_000, 2_000_001);
        Drop recovered = drops.recovered(key, new Comeback.Back(.9, 12), 2_000_000, 2_000_001);
        Drop rebaselined = drops.rebaselined(key, new WatchEvent.Rebaselined(2_000_000), 2_000_001);

        // Then
        assertThat(FilledRecord.differing(key.drop, escalated))
                .containsExactly(
                        "as_of",
                        "escalated_at",
                        "fall",
                        "mix",
                        "phase",
                        "responses_used",
                        "score",
                        "score_high",
                        "score_low",
                        "sentence_cy",
                        "sentence_en",
                        "severity",
                        "turns");
        assertThat(FilledRecord.differing(key.drop, eased))
                .containsExactly("as_of", "eased_at", "mix", "phase", "sentence_cy", "sentence_en", "turns");
        assertThat(FilledRecord.differing(key.drop, confirmed))
                .containsExactly("as_of", "evidence", "evidence_years", "mix", "phase", "sentence_cy", "sentence_en");
        assertThat(FilledRecord.differing(key.drop, revised))
                .containsExactly("as_of", "mix", "phase", "raised_today", "sentence_cy", "sentence_en");
        assertThat(FilledRecord.differing(key.drop, recovered))
                .containsExactly(
                        "as_of",
                        "mix",
                        "phase",
                        "recovered_at",
                        "responses_back",
                        "score_back",
                        "sentence_cy",
                        "sentence_en",
                        "state",
                        "turns");
        assertThat(FilledRecord.differing(key.drop, rebaselined))
                .containsExactly(
                        "as_of", "mix", "phase", "recovered_at", "sentence_cy", "sentence_en", "state", "turns");
    }

    @Test
    void keepsOfARiseAllButWhatEndsIt() {
        // Given
        Rise open = RecordCopy.of(FilledRecord.of(Rise.class), Rise.newBuilder())
                .setState(RiseState.OPEN)
                .build();

        // When
        Rise ended = rises.ended(open, new WatchEvent.RiseEnded(2_000_000), 2_000_001);
        Rise rebaselined = rises.rebaselined(open, new WatchEvent.Rebaselined(2_000_000), 2_000_001);

        // Then
        assertThat(FilledRecord.differing(open, ended))
                .containsExactly("as_of", "ended_at", "sentence_cy", "sentence_en", "state");
        assertThat(FilledRecord.differing(open, rebaselined))
                .containsExactly("as_of", "ended_at", "sentence_cy", "sentence_en", "state");
    }
}
