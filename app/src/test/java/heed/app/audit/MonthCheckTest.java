package heed.app.audit;

import static heed.app.audit.RecountFixture.NOON;
import static heed.app.audit.RecountFixture.response;
import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.Audience;
import heed.schemas.DaySums;
import heed.schemas.Score;
import heed.schemas.Window;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class MonthCheckTest {

    private static final String KEY = "fft-2020.positive|2026-03|H1";

    private final RecountFixture fixture = new RecountFixture();
    private final MonthCheck check = new MonthCheck(fixture.rules, fixture.table, Map.of("H1", fixture.recount));

    @Test
    void comparesARowOnItsWayToTheLeagueAsTheScoreThatItRepeats() {
        // Given
        fixture.arrives(NOON, response(1, "good"));
        RowKeys.Found found = Objects.requireNonNull(check.find(KEY));
        Fields right = new Fields(KEY);
        Fields wrong = new Fields(KEY);

        // When
        check.compare(right, month(5), found);
        check.compare(wrong, month(6), found);

        // Then
        assertThat(check.key(found)).isEqualTo(KEY);
        assertThat(right.differences()).isEmpty();
        assertThat(wrong.differences()).containsExactly(new RecountReport.Difference(KEY, "minimum", "6", "5"));
    }

    @Test
    void aKeyOfAnotherPlaceOrMonthOrOfNoneIsOfNoRow() {
        // Given
        fixture.arrives(NOON, response(1, "good"));

        // When // Then
        assertThat(check.find("fft-2020.positive|2026-04|H1")).isNull();
        assertThat(check.find("fft-2020.positive|2026-03|H2")).isNull();
        assertThat(check.find("m.n|2026-03|H1")).isNull();
        assertThat(check.find("fft-2020.positive|2026-13|H1")).isNull();
        assertThat(check.find("H1")).isNull();
    }

    private static Score month(int minimum) {
        return Score.newBuilder()
                .setHospital("H1")
                .setMeasure("fft-2020.positive")
                .setWindow(Window.MONTH)
                .setStart(Instant.parse("2026-03-01T00:00:00Z"))
                .setEnd(Instant.parse("2026-03-31T23:00:00Z"))
                .setLabel("2026-03")
                .setN(1L)
                .setSum(10_000L)
                .setSumOfSquares(100_000_000L)
                .setDays(new DaySums(1L, 1L, 100_000_000L))
                .setSuppressed(true)
                .setMinimum(minimum)
                .setFinal$(false)
                .setAsOf(NOON)
                .setRestatements(0L)
                .setAudience(Audience.NOBODY)
                .build();
    }
}
