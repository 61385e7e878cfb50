package heed.schemas.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.Rise;
import heed.schemas.RiseState;
import heed.schemas.WatchTime;
import heed.schemas.hospital.Hospital;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.questionnaire.Questionnaires;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class RiseSentencesTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final RiseSentences sentences = new RiseSentences(
            HospitalDirectory.of(List.of(new Hospital("H1", "Example Hospital", LONDON)), LONDON),
            Questionnaires.shipped());

    @Test
    void saysAnOpenRiseInBothLanguages() {
        // Given
        Rise rise = rise(RiseState.OPEN);

        // When // Then
        assertThat(sentences.english(rise))
                .isEqualTo(
                        "The score for 'Treated with dignity' at Example Hospital, ward W2 is higher than usual: about 91 in "
                                + "100, usually 78. It began around 3 March 2026; chance alone would show this less than once in 2 years.");
        assertThat(sentences.welsh(rise))
                .isEqualTo(
                        "Example Hospital, ward W2: mae'r sgôr ar gyfer 'Treated with dignity' yn uwch nag arfer: tua 91 o bob "
                                + "100, lle mae 78 yn arferol. Dechreuodd hyn tua 3 Mawrth 2026; drwy siawns yn unig, byddem yn "
                                + "gweld hyn lai nag unwaith mewn 2 flynedd.");
    }

    @Test
    void saysWhenARiseBeganAndEnded() {
        // Given
        Rise rise = rise(RiseState.ENDED);

        // When // Then
        assertThat(sentences.english(rise))
                .isEqualTo(
                        "The score for 'Treated with dignity' at Example Hospital, ward W2 has come back towards its usual 78 "
                                + "in 100. The rise began around 3 March 2026 and was over by 1 April 2026.");
        assertThat(sentences.welsh(rise))
                .isEqualTo(
                        "Example Hospital, ward W2: mae'r sgôr ar gyfer 'Treated with dignity' wedi dod yn ôl tuag at y "
                                + "lefel arferol, sef 78 o bob 100. Dechreuodd y cynnydd tua 3 Mawrth 2026 ac roedd drosodd "
                                + "erbyn 1 Ebrill 2026.");
    }

    @Test
    void saysThatAPersonMadeTheHigherLevelTheUsualOne() {
        // Given
        Rise rise = rise(RiseState.REBASELINED);

        // When // Then
        assertThat(sentences.english(rise))
                .isEqualTo(
                        "The higher score for 'Treated with dignity' at Example Hospital, ward W2 counts as usual from 1 "
                                + "April 2026 on, because a member of staff decided so: about 91 in 100 since around 3 March "
                                + "2026, before that 78.");
        assertThat(sentences.welsh(rise))
                .isEqualTo("Example Hospital, ward W2: o 1 Ebrill 2026 ymlaen, mae'r sgôr uwch ar gyfer 'Treated with "
                        + "dignity' yn cyfrif fel y lefel arferol, oherwydd penderfyniad gan aelod o staff: tua 91 o bob "
                        + "100 ers tua 3 Mawrth 2026, lle'r oedd 78 yn arferol cyn hynny.");
    }

    private static Rise rise(RiseState state) {
        return Rise.newBuilder()
                .setRiseId("0b5a3b5e-6f3f-5d0c-9d0a-222222222222")
                .setHospital("H1")
                .setUnit("W2")
                .setMeasure("experience-1.dignity")
                .setState(state)
                .setSince(Instant.parse("2026-03-03T08:00:00Z"))
                .setOpenedAt(Instant.parse("2026-03-09T10:00:00Z"))
                .setEndedAt(state == RiseState.OPEN ? null : Instant.parse("2026-03-31T23:30:00Z"))
                .setBaseline(.78)
                .setScore(.912)
                .setScoreLow(.87)
                .setScoreHigh(.94)
                .setRise(.132)
                .setEvidence(1.4)
                .setEvidenceYears(2.8)
                .setFalseAlarmDays(730)
                .setResponsesUsed(140.5)
                .setWatchTime(WatchTime.GIVEN)
                .setTrail(List.of())
                .setIcc(.012)
                .setRuleVersion("1")
                .setAsOf(Instant.parse("2026-03-09T10:01:00Z"))
                .build();
    }
}
