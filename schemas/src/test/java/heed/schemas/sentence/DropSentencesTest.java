package heed.schemas.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.Drop;
import heed.schemas.DropPhase;
import heed.schemas.DropState;
import heed.schemas.DropTurn;
import heed.schemas.hospital.Hospital;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.questionnaire.Questionnaires;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class DropSentencesTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final DropSentences sentences = new DropSentences(
            HospitalDirectory.of(List.of(new Hospital("H1", "Example Hospital", LONDON)), LONDON),
            Questionnaires.shipped());

    @Test
    void saysAnOpenDropInBothLanguages() {
        // Given
        Drop drop = ExampleDrop.drop().build();

        // When // Then
        assertThat(sentences.english(drop))
                .isEqualTo(
                        "The score for 'Treated with dignity' at Example Hospital is lower than usual: about 78 in 100, "
                                + "usually 91. It began around 3 March 2026; chance alone would show this less than once in 2 years.");
        assertThat(sentences.welsh(drop))
                .isEqualTo(
                        "Example Hospital: mae'r sgôr ar gyfer 'Treated with dignity' yn is nag arfer: tua 78 o bob 100, "
                                + "lle mae 91 yn arferol. Dechreuodd hyn tua 3 Mawrth 2026; drwy siawns yn unig, byddem yn gweld "
                                + "hyn lai nag unwaith mewn 2 flynedd.");
    }

    @Test
    void saysThatADropIsLargerThanFirstThought() {
        // Given
        Drop drop = ExampleDrop.drop()
                .setPhase(DropPhase.ESCALATED)
                .setEscalatedAt(Instant.parse("2026-03-09T10:00:00Z"))
                .setUnit("W2")
                .build();

        // When // Then
        assertThat(sentences.english(drop))
                .startsWith(
                        "The drop in the score for 'Treated with dignity' at Example Hospital, ward W2 is larger than "
                                + "first thought: about 78 in 100, usually 91. ");
        assertThat(sentences.welsh(drop))
                .startsWith(
                        "Example Hospital, ward W2: mae'r gostyngiad yn y sgôr ar gyfer 'Treated with dignity' yn fwy "
                                + "nag a feddyliwyd ar y dechrau: tua 78 o bob 100, ");
    }

    @Test
    void saysThatADropHasEasedAndIsNotYetOver() {
        // Given
        Drop drop = ExampleDrop.drop()
                .setPhase(DropPhase.EASED)
                .setEasedAt(Instant.parse("2026-03-20T10:00:00Z"))
                .build();

        // When // Then
        assertThat(sentences.english(drop))
                .isEqualTo(
                        "At least half of the drop in the score for 'Treated with dignity' at Example Hospital was gone by "
                                + "20 March 2026. It is not yet certain that the score is back at its usual 91 in 100; until then "
                                + "the drop stays open.");
        assertThat(sentences.welsh(drop))
                .isEqualTo(
                        "Example Hospital: roedd o leiaf hanner y gostyngiad yn y sgôr ar gyfer 'Treated with dignity' "
                                + "wedi mynd erbyn 20 Mawrth 2026. Nid yw'n sicr eto fod y sgôr yn ôl ar y lefel arferol, sef 91 o bob "
                                + "100; tan hynny mae'r gostyngiad yn dal yn agored.");
    }

    @Test
    void saysThatTheScoreIsLowAgain() {
        // Given
        Drop drop = ExampleDrop.drop()
                .setPhase(DropPhase.REOPENED)
                .setReopenedAt(Instant.parse("2026-04-20T10:00:00Z"))
                .build();

        // When // Then
        assertThat(sentences.english(drop))
                .startsWith(
                        "The score for 'Treated with dignity' at Example Hospital is lower than usual again: about 78 ");
        assertThat(sentences.welsh(drop))
                .startsWith(
                        "Example Hospital: mae'r sgôr ar gyfer 'Treated with dignity' yn is nag arfer eto: tua 78 ");
    }

    @Test
    void saysThatTheScoreFellWhileItWasLearned() {
        // Given
        Instant at = Instant.parse("2026-03-20T10:00:00Z");
        Drop drop = ExampleDrop.drop()
                .setPhase(DropPhase.FOUND_IN_LEARNING)
                .setTurns(List.of(new DropTurn(at, DropPhase.FOUND_IN_LEARNING, .78, at)))
                .build();

        // When // Then
        assertThat(sentences.english(drop))
                .isEqualTo(
                        "The score for 'Treated with dignity' at Example Hospital fell while Heed was still learning what is "
                                + "usual: about 78 in 100 since around 3 March 2026, 91 before. Where nothing has changed, about one "
                                + "measure in 50 looks like this.");
        assertThat(sentences.welsh(drop))
                .isEqualTo(
                        "Example Hospital: gostyngodd y sgôr ar gyfer 'Treated with dignity' tra oedd Heed yn dal i ddysgu beth "
                                + "sy'n arferol: tua 78 o bob 100 ers tua 3 Mawrth 2026, 91 cyn hynny. Lle nad oes dim wedi newid, mae "
                                + "tua un mesur o bob 50 yn edrych fel hyn.");
    }

    @Test
    void saysThatADropIsConfirmed() {
        // Given
        Drop drop = ExampleDrop.drop()
                .setPhase(DropPhase.CONFIRMED)
                .setEvidenceYears(16.7)
                .build();

        // When // Then
        assertThat(sentences.english(drop))
                .isEqualTo(
                        "The drop in the score for 'Treated with dignity' at Example Hospital is confirmed: about 78 "
                                + "in 100, usually 91. It began around 3 March 2026; chance alone would show this less than "
                                + "once in 10 years.");
        assertThat(sentences.welsh(drop))
                .startsWith("Example Hospital: mae'r gostyngiad yn y sgôr ar gyfer 'Treated with dignity' wedi'i "
                        + "gadarnhau: tua 78 o bob 100, ");
    }

    @Test
    void saysThatAnAlertWouldNotBeRaisedFromTheAnswersThatAreLeft() {
        // Given
        Drop drop = ExampleDrop.drop()
                .setPhase(DropPhase.REVISED)
                .setRaisedToday(false)
                .build();

        // When // Then
        assertThat(sentences.english(drop))
                .endsWith("once in 2 years. Answers behind this alert were corrected or withdrawn since: with those we "
                        + "have now, it would not be raised.");
        assertThat(sentences.welsh(drop))
                .endsWith("mewn 2 flynedd. Ers hynny cafodd rhai o'r atebion y tu ôl i'r rhybudd hwn eu cywiro neu eu "
                        + "tynnu'n ôl: gyda'r rhai sydd gennym nawr, ni fyddai'n cael ei godi.");
    }

    @Test
    void saysWhenARecoveredDropBeganAndEnded() {
        // Given
        Drop drop = ExampleDrop.drop()
                .setState(DropState.RECOVERED)
                .setRecoveredAt(Instant.parse("2026-03-31T23:30:00Z"))
                .build();

        // When // Then
        assertThat(sentences.english(drop))
                .isEqualTo(
                        "The score for 'Treated with dignity' at Example Hospital has come back towards its usual 91 in "
                                + "100. The drop began around 3 March 2026 and was over by 1 April 2026.");
        assertThat(sentences.welsh(drop))
                .isEqualTo(
                        "Example Hospital: mae'r sgôr ar gyfer 'Treated with dignity' wedi dod yn ôl tuag at y lefel "
                                + "arferol, sef 91 o bob 100. Dechreuodd y gostyngiad tua 3 Mawrth 2026 ac roedd drosodd erbyn "
                                + "1 Ebrill 2026.");
    }

    @Test
    void saysThatAPersonMadeTheLowerLevelTheUsualOne() {
        // Given
        Drop drop = ExampleDrop.drop()
                .setState(DropState.RECOVERED)
                .setPhase(DropPhase.REBASELINED)
                .setRecoveredAt(Instant.parse("2026-03-31T23:30:00Z"))
                .build();

        // When // Then
        assertThat(sentences.english(drop))
                .isEqualTo(
                        "The lower score for 'Treated with dignity' at Example Hospital counts as usual from 1 April "
                                + "2026 on, because a member of staff decided so: about 78 in 100 since around 3 March 2026, "
                                + "before that 91.");
        assertThat(sentences.welsh(drop))
                .isEqualTo("Example Hospital: o 1 Ebrill 2026 ymlaen, mae'r sgôr is ar gyfer 'Treated with dignity' yn "
                        + "cyfrif fel y lefel arferol, oherwydd penderfyniad gan aelod o staff: tua 78 o bob 100 ers tua "
                        + "3 Mawrth 2026, lle'r oedd 91 yn arferol cyn hynny.");
    }

    @Test
    void callsByTheirCodesWhatNoListNames() {
        // Given
        Drop drop =
                ExampleDrop.drop().setHospital("RXX").setMeasure("old-1.kind").build();

        // When // Then
        assertThat(sentences.english(drop)).startsWith("The score for 'old-1.kind' at RXX is lower");
    }

    @Test
    void showsADecimalWhereWholeNumbersWouldBeTheSame() {
        // Given
        Drop drop = ExampleDrop.drop().setScore(.906).setBaseline(.9104).build();

        // When // Then
        assertThat(sentences.english(drop)).contains("about 90.6 in 100, usually 91.0.");
    }
}
