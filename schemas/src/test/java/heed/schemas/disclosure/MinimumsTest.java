package heed.schemas.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.schemas.Audience;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MinimumsTest {

    private final Minimums minimums = new Minimums(10, 21);

    @Test
    void showsAFigureToTheWidestAudienceWhoseMinimumItReaches() {
        // When // Then
        assertThat(minimums.audienceOf(0)).isEqualTo(Audience.NOBODY);
        assertThat(minimums.audienceOf(9)).isEqualTo(Audience.NOBODY);
        assertThat(minimums.audienceOf(10)).isEqualTo(Audience.INTERNAL);
        assertThat(minimums.audienceOf(20)).isEqualTo(Audience.INTERNAL);
        assertThat(minimums.audienceOf(21)).isEqualTo(Audience.PUBLISHED);
    }

    @Test
    void knowsTheMinimumOfEachAudienceButNobody() {
        // When // Then
        assertThat(minimums.of(Audience.INTERNAL)).isEqualTo(10);
        assertThat(minimums.of(Audience.PUBLISHED)).isEqualTo(21);
        assertThatThrownBy(() -> minimums.of(Audience.NOBODY))
                .hasMessage("nobody is shown anything, however many the answers");
    }

    @Test
    void refusesMinimumsThatAreNoneOrShowThePublicMoreThanStaff() {
        // When // Then
        assertThatThrownBy(() -> new Minimums(0, 21)).hasMessage("audiences.internal must be 1 to 1000, was 0");
        assertThatThrownBy(() -> new Minimums(10, 9))
                .hasMessage("audiences.published must be audiences.internal (10) to 1000, was 9: the public can't be"
                        + " shown what staff can't");
    }

    /**
     * The first level of the suppression of the published FFT figures: flagged are 1 to 4 responses, never none. Facts
     * from nhsengland/fft_pipeline (MIT), src/fft/suppression.py at 1a1acbb: threshold 5, responses 0, 3, 5, 10, 2,
     * flags 0, 1, 0, 0, 1.
     */
    @Test
    void flagsWhatThePublishedFiguresFlagAtTheFirstLevel() {
        // Given
        Minimums published = new Minimums(5, 5);

        // When
        var flags = LongStream.of(0, 3, 5, 10, 2)
                .mapToObj(n -> n > 0 && published.audienceOf(n) == Audience.NOBODY ? 1 : 0)
                .toList();

        // Then
        assertThat(flags).containsExactly(0, 1, 0, 0, 1);
    }
}
