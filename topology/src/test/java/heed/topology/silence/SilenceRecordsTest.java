package heed.topology.silence;

import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.Silence;
import heed.schemas.SilenceState;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.record.FilledRecord;
import heed.schemas.record.RecordCopy;
import heed.schemas.sentence.SilenceSentences;
import org.junit.jupiter.api.Test;

class SilenceRecordsTest {

    private final SilenceRecords records =
            new SilenceRecords(new SilenceSentences(HospitalDirectory.empty()), new SilenceRules(365));

    @Test
    void keepsOfASilenceAllButWhatEndsIt() {
        // Given
        Silence open = RecordCopy.of(FilledRecord.of(Silence.class), Silence.newBuilder())
                .setState(SilenceState.OPEN)
                .build();

        // When
        Silence ended = records.ended(open, 2_000_000);

        // Then
        assertThat(FilledRecord.differing(open, ended))
                .containsExactly("as_of", "ended_at", "sentence_cy", "sentence_en", "state");
    }
}
