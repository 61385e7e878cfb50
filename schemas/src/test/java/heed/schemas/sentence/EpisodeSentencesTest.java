package heed.schemas.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.Episode;
import heed.schemas.Movement;
import heed.schemas.questionnaire.Questionnaires;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EpisodeSentencesTest {

    private final EpisodeSentences sentences = new EpisodeSentences(Questionnaires.shipped());

    @Test
    void saysHowManyFellAtOnceHowRareThatIsAndWhatToLookFor() {
        // Given
        Episode episode = episode();

        // When
        String english = sentences.english(episode);
        String welsh = sentences.welsh(episode);

        // Then
        assertThat(english)
                .isEqualTo("11 of 40 hospitals fell in the same weeks: 'Rated very good or good', flagged from 9"
                        + " February 2026 to 24 February 2026; chance alone would show 7 or more within 4 weeks less than"
                        + " once in 10 years. Look first for what they have in common, such as a season, a changed"
                        + " questionnaire or a national cause.");
        assertThat(welsh)
                .isEqualTo("Disgynnodd 11 o 40 ysbyty yn yr un wythnosau: 'Rated very good or good', o 9 Chwefror 2026"
                        + " hyd 24 Chwefror 2026; drwy siawns yn unig, byddem yn gweld 7 neu fwy o fewn 4 wythnos lai nag"
                        + " unwaith mewn 10 mlynedd. Chwiliwch yn gyntaf am yr hyn sy'n gyffredin iddynt, megis tymor,"
                        + " holiadur wedi'i newid neu achos cenedlaethol.");
    }

    @Test
    void saysNoMovementWhereNoneIsKnownAndNoneOfAFirstWeek() {
        // When // Then
        assertThat(EpisodeSentences.moved(Optional.empty())).isEmpty();
        assertThat(EpisodeSentences.movedWelsh(Optional.empty())).isEmpty();
        assertThat(EpisodeSentences.moved(Optional.of(week(null)))).isEmpty();
        assertThat(EpisodeSentences.moved(Optional.of(week(-.03))))
                .isEqualTo(
                        "In the week from 2 March 2026 all hospitals together stood -3.0 points from where they stood"
                                + " before (95% range -4.0 to -2.0).");
    }

    private static Movement week(Double moved) {
        return Movement.newBuilder()
                .setMeasure("fft-2020.positive")
                .setWeek("2026-W10")
                .setMonday(20_514)
                .setLevel(-.03)
                .setError(.005)
                .setMovement(moved)
                .setLow(moved == null ? null : -.04)
                .setHigh(moved == null ? null : -.02)
                .setWeeksBefore(10)
                .setHospitals(40)
                .setMinimum(21)
                .setAsOf(Instant.EPOCH)
                .build();
    }

    private static Episode episode() {
        return Episode.newBuilder()
                .setMeasure("fft-2020.positive")
                .setWeek("2026-W08")
                .setBegan(Instant.parse("2026-02-09T10:00:00Z"))
                .setOpenedAt(Instant.parse("2026-02-20T10:00:00Z"))
                .setNewestAt(Instant.parse("2026-02-24T10:41:00Z"))
                .setEndsAt(Instant.parse("2026-03-24T10:41:00Z"))
                .setHospitals(List.of("H1", "H2"))
                .setFlagged(11)
                .setWatched(40)
                .setExpected(1.53)
                .setNeeded(7)
                .setWindowDays(28)
                .setFalseAlarmDays(3_650)
                .setSentenceEn("")
                .setSentenceCy("")
                .setAsOf(Instant.parse("2026-02-24T10:42:00Z"))
                .build();
    }
}
