package heed.schemas.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.ThemeRise;
import heed.schemas.ThemeRiseState;
import org.junit.jupiter.api.Test;

class ThemeRiseSentencesTest {

    @Test
    void sayBothSharesAndOfWhichWeeks() {
        // Given
        ThemeRise rise = rise(ThemeRiseState.OPEN).build();

        // When // Then
        assertThat(ThemeRiseSentences.english(rise))
                .isEqualTo("About 31% of comments from 2 February 2026 to 1 March 2026 are about 'Timeliness of care';"
                        + " usual was about 12%.");
        assertThat(ThemeRiseSentences.welsh(rise))
                .isEqualTo("Mae tua 31% o'r sylwadau o 2 Chwefror 2026 hyd 1 Mawrth 2026 am 'Timeliness of care';"
                        + " tua 12% oedd yn arferol.");
    }

    @Test
    void sayThatItHasPassed() {
        // Given
        ThemeRise rise = rise(ThemeRiseState.ENDED).build();

        // When // Then
        assertThat(ThemeRiseSentences.english(rise)).endsWith("usual was about 12%. That has passed.");
        assertThat(ThemeRiseSentences.welsh(rise)).endsWith("oedd yn arferol. Mae hynny wedi mynd heibio.");
    }

    @Test
    void sayOfOneThatWasTakenBackNoFigure() {
        // Given
        ThemeRise rise = rise(ThemeRiseState.WITHDRAWN)
                .setThrough(null)
                .setUsual(null)
                .setShare(null)
                .build();

        // When // Then
        assertThat(ThemeRiseSentences.english(rise))
                .isEqualTo("More people seemed to write about 'Timeliness of care' from 2 February 2026 on: what is"
                        + " counted now does not bear that out.");
        assertThat(ThemeRiseSentences.welsh(rise)).doesNotContain("%");
    }

    private static ThemeRise.Builder rise(ThemeRiseState state) {
        return ThemeRise.newBuilder()
                .setHospital("H1")
                .setTheme("timeliness")
                .setRuleVersion("themes-1")
                .setState(state)
                .setSince("2026-W06")
                .setFound("2026-W08")
                .setThrough("2026-W09")
                .setUsual(.118)
                .setShare(.312)
                .setEvidenceYears(12.5)
                .setFalseAlarmDays(4380)
                .setWatchVersion("watch-2")
                .setMinimum(10);
    }
}
