package heed.schemas.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.schemas.Window;
import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysTest {

    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");

    @Test
    void joinTheirPartsWithAnEmptyUnitForTheWholeHospital() {
        // When // Then
        assertThat(new ScoreKey(new SeriesKey("RJ1", "WARD-7", "fft-2020.positive"), Window.DAY, MARCH))
                .hasToString("RJ1|WARD-7|fft-2020.positive|DAY|2026-03-01T00:00:00Z");
        assertThat(new ScoreKey(new SeriesKey("RJ1", null, "fft-2020.positive"), Window.MONTH, MARCH))
                .hasToString("RJ1||fft-2020.positive|MONTH|2026-03-01T00:00:00Z");
        assertThat(new SeriesKey("RJ1", "WARD-7", "experience-1.dignity").text())
                .isEqualTo("RJ1|WARD-7|experience-1.dignity");
        assertThat(new SeriesKey("RJ1", null, "experience-1.dignity").text()).isEqualTo("RJ1||experience-1.dignity");
    }

    @Property
    void readBackWhatTheyWrite(
            @ForAll("codes") String hospital, @ForAll("units") String unit, @ForAll Window window, @ForAll int hour) {
        // Given
        SeriesKey series = new SeriesKey(hospital, unit, "fft-2020.positive");
        ScoreKey score = new ScoreKey(series, window, Instant.ofEpochSecond(hour * 3_600L));

        // When // Then
        assertThat(ScoreKey.parse(score.text())).isEqualTo(score);
        assertThat(SeriesKey.parse(series.text())).isEqualTo(series);
    }

    @Test
    void nameALineThatNoRecordCanHaveAndRefuseToWriteIt() {
        // Given
        SeriesKey asked = new SeriesKey("H1", "no such|unit", "");

        // When // Then
        assertThat(asked.whole()).isEqualTo(new SeriesKey("H1", null, ""));
        assertThatThrownBy(asked::text)
                .hasMessage("unit must match [A-Za-z0-9][A-Za-z0-9._-]{0,39}, was 'no such|unit'");
        assertThatThrownBy(asked.whole()::text).hasMessage("measure must be a name without '|', was ''");
        assertThatThrownBy(() -> new ScoreKey(asked, Window.DAY, MARCH)).hasMessageStartingWith("unit must match");
    }

    @Test
    void nameAComparisonAndAHospitalsPlaceInIt() {
        // When
        LeagueKey place = LeagueKey.parse("fft-2020.positive|2026-03|RJ1");

        // Then
        assertThat(place).isEqualTo(new LeagueKey("fft-2020.positive", "2026-03", "RJ1"));
        assertThat(place.text()).isEqualTo("fft-2020.positive|2026-03|RJ1");
        assertThat(place.comparison().text()).isEqualTo("fft-2020.positive|2026-03");
        assertThat(ComparisonKey.parse("fft-2020|2026-03")).isEqualTo(new ComparisonKey("fft-2020", "2026-03"));
        assertThatThrownBy(() -> LeagueKey.parse("fft-2020.positive|2026-03"))
                .hasMessage("not a key measure|month|hospital: 'fft-2020.positive|2026-03'");
        assertThatThrownBy(() -> ComparisonKey.parse("fft-2020|March"))
                .hasMessage("month must be written 2026-03, was 'March'");
    }

    @Test
    void nameAThemeInAHospitalsWeekAndAllCommentsOfTheWeek() {
        // Given
        var food = new ThemeKey("RJ1", "2026-W10", "food");

        // When // Then
        assertThat(food).hasToString("RJ1|2026-W10|food");
        assertThat(food.whole())
                .hasToString("RJ1|2026-W10|")
                .isEqualTo(food.whole().whole());
        assertThat(ThemeKey.parse("RJ1|2026-W10|food")).isEqualTo(food);
        assertThat(ThemeKey.parse("RJ1|2026-W10|")).isEqualTo(food.whole());
        assertThat(WeekKey.monday("2026-W10")).hasToString("2026-03-02");
        assertThat(WeekKey.monday("2021-W01")).hasToString("2021-01-04");
        assertThatThrownBy(() -> ThemeKey.parse("RJ1|2026-W10"))
                .hasMessage("not a key hospital|week|theme: 'RJ1|2026-W10'");
        assertThatThrownBy(() -> new ThemeKey("RJ1", "2026-10", null))
                .hasMessage("week must be written 2026-W10, was '2026-10'");
    }

    @Test
    void nameAThemeOfAHospitalAsAModelFindsIt() {
        // When // Then
        assertThat(new ThemeRiseKey("RJ1", "food", "themes-1")).hasToString("RJ1|food|themes-1");
        assertThat(ThemeRiseKey.parse("RJ1|food|themes-1")).isEqualTo(new ThemeRiseKey("RJ1", "food", "themes-1"));
        assertThatThrownBy(() -> ThemeRiseKey.parse("RJ1|food"))
                .hasMessage("not a key hospital|theme|rule_version: 'RJ1|food'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "RJ1",
                "RJ1||fft-2020.positive|DAY",
                "RJ1||fft-2020.positive|YEAR|2026-03-01T00:00:00Z",
                "RJ1||fft-2020.positive|DAY|2026-03-01",
                "||fft-2020.positive|DAY|2026-03-01T00:00:00Z",
                "RJ1|||DAY|2026-03-01T00:00:00Z",
                "RJ1||a|b|DAY|2026-03-01T00:00:00Z"
            })
    void refuseATextThatIsNoScoreKey(String text) {
        // When // Then
        assertThatThrownBy(() -> ScoreKey.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a key hospital|unit|measure|window|start: '" + text + "'");
    }

    @Test
    void refuseAHospitalThatWouldBreakTheKeyApart() {
        // When // Then
        assertThatThrownBy(() -> new SeriesKey("R|1", null, "fft-2020.positive").text())
                .hasMessage("hospital must match [A-Za-z0-9][A-Za-z0-9._-]{0,39}, was 'R|1'");
        assertThatThrownBy(() -> SeriesKey.parse("RJ1|w|m|x"))
                .hasMessage("not a key hospital|unit|measure: 'RJ1|w|m|x'");
    }

    @Provide
    Arbitrary<String> codes() {
        return Combinators.combine(
                        Arbitraries.chars().with("ABCxyz019"),
                        Arbitraries.strings().withChars("ABCxyz019._-").ofMaxLength(39))
                .as((first, rest) -> first + rest);
    }

    @Provide
    Arbitrary<String> units() {
        return codes().injectNull(0.3);
    }
}
