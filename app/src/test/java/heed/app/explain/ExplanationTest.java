package heed.app.explain;

import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.Drop;
import heed.schemas.WatchTime;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.questionnaire.Questionnaires;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    @Test
    void saysEveryFigureWithItsMeaningAndTheEvidenceDayByDay() {
        // When
        List<String> lines = explain(SampleDrops.full()).english();

        // Then
        assertThat(String.join("\n", lines)).isEqualTo("""
                x""");
    }

    @Test
    void sumsUpInWelshWhereAskedTo() {
        // When
        List<String> lines = explain(SampleDrops.full()).welsh();

        // Then
        assertThat(lines).first().isEqualTo("Yn Gymraeg. Ddwywaith.");
    }

    @Test
    void saysWhatARecordOfAnEarlierReleaseDoesNotSayAndSumsItUpAllTheSame() {
        // When
        List<String> lines = explain(SampleDrops.ofAnEarlierRelease()).english();

        // Then
        assertThat(lines).first().asString().startsWith("The score for '").contains("at H1, ward Ward-7 is lower");
        assertThat(lines)
                .containsSubsequence(
                        "How the evidence grew",
                        "  This record does not say: an earlier release of Heed wrote it.",
                        "Whether other people answered",
                        "  This record does not say: nothing is known of the make-up of the respondents.");
        assertThat(lines).anyMatch(line -> line.matches("  audience +nobody +an earlier release of Heed .*"));
    }

    @Test
    void saysSoWhereTheFallBeganBeforeTheDaysThatAreKeptAndWhereAnswersWereTakenBack() {
        // Given
        Drop drop = SampleDrops.full();
        drop.setSince(Instant.parse("2026-01-05T10:00:00Z"));
        drop.setRaisedToday(false);
        drop.setWatchTime(WatchTime.ARRIVAL);

        // When
        List<String> lines = explain(drop).english();

        // Then
        assertThat(lines)
                .contains("  (the fall began on 2026-01-05, before the days that are kept)")
                .noneMatch(line -> line.contains("began about here"))
                .anyMatch(line -> line.matches("  today +not raised +corrected or withdrawn since: .*"))
                .anyMatch(line -> line.matches("  times +arrival +these times are when answers were received"));
    }

    private static Explanation explain(Drop drop) {
        return new Explanation(drop, HospitalDirectory.empty(), Questionnaires.shipped());
    }
}
