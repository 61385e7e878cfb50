package heed.app.share;

import static org.assertj.core.api.Assertions.assertThat;

import heed.connectors.theme.weeks.ShareRise;
import heed.connectors.theme.weeks.WeekShare;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DetectedSharesTest {

    private static final LocalDate FIRST = LocalDate.parse("2025-01-06");
    private static final int USUAL_WEEKS = 40;

    private final DetectedShares watch = new DetectedShares();
    private final List<WeekShare> weeks = new ArrayList<>();

    @Test
    void aRiseIsFoundWithTheWeekThatItBeganWithAndBothShares() {
        // Given
        weeks(USUAL_WEEKS, 200, 20);
        weeks(4, 200, 60);

        // When
        ShareRise rise = watch.newest(weeks).orElseThrow();

        // Then
        assertThat(rise.since()).isEqualTo(FIRST.plusWeeks(USUAL_WEEKS));
        assertThat(rise.found()).isBetween(FIRST.plusWeeks(USUAL_WEEKS), FIRST.plusWeeks(USUAL_WEEKS + 3));
        assertThat(rise.ended()).isNull();
        assertThat(rise.through()).isEqualTo(FIRST.plusWeeks(USUAL_WEEKS + 3));
        assertThat(rise.figures()).isEqualTo(new ShareRise.Figures(.12, .145, .32, .3, 800, 4, USUAL_WEEKS));
        assertThat(rise.evidenceYears()).isGreaterThan(12);
    }

    @Test
    void aRiseEndsOnceTheShareIsBackAndItsFiguresStay() {
        // Given
        weeks(USUAL_WEEKS, 200, 20);
        weeks(4, 200, 60);
        weeks(10, 200, 20);

        // When
        ShareRise rise = watch.newest(weeks).orElseThrow();
        weeks(10, 200, 20);
        Optional<ShareRise> later = watch.newest(weeks);

        // Then
        assertThat(rise.since()).isEqualTo(FIRST.plusWeeks(USUAL_WEEKS));
        assertThat(rise.ended()).isNotNull();
        assertThat(later).contains(rise);
    }

    @Test
    void aFallIsNoRise() {
        // Given
        weeks(USUAL_WEEKS, 200, 60);
        weeks(20, 200, 0);

        // When
        Optional<ShareRise> rise = watch.newest(weeks);

        // Then
        assertThat(rise).isEmpty();
    }

    @Test
    void nothingIsFoundInTheWeeksThatItLearnsFrom() {
        // Given
        weeks(20, 200, 20);
        weeks(7, 200, 100);

        // When
        Optional<ShareRise> rise = watch.newest(weeks);

        // Then
        assertThat(rise).isEmpty();
    }

    @Test
    void whatMayBeTheStepsAloneIsNoRise() {
        // Given
        // 1 to 9 of 300 is taken for 2%, and of 60 for 8%.
        for (int i = 0; i < USUAL_WEEKS; i++) {
            weeks.add(new WeekShare(FIRST.plusWeeks(weeks.size()), 300, 1, 9));
        }
        for (int i = 0; i < 100; i++) {
            weeks.add(new WeekShare(FIRST.plusWeeks(weeks.size()), 60, 1, 9));
        }

        // When
        Optional<ShareRise> rise = watch.newest(weeks);

        // Then
        assertThat(rise).isEmpty();
    }

    /** Adds weeks with as many comments each, of which so many to nine more are about the theme. */
    private void weeks(int number, int comments, int least) {
        for (int i = 0; i < number; i++) {
            weeks.add(new WeekShare(
                    FIRST.plusWeeks(weeks.size()), comments, least, least == 0 ? 0 : Math.min(comments, least + 9)));
        }
    }
}
