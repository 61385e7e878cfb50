package heed.schemas.flat;

import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.Answer;
import heed.schemas.Audience;
import heed.schemas.Channel;
import heed.schemas.DaySums;
import heed.schemas.Feedback;
import heed.schemas.Score;
import heed.schemas.ThemeWeek;
import heed.schemas.Window;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.topic.Topics;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FlatTablesTest {

    private static final Instant APRIL = Instant.parse("2026-03-31T23:00:00Z");
    private static final Instant MAY = Instant.parse("2026-04-30T23:00:00Z");

    private static Score april(DaySums days) {
        return Score.newBuilder()
                .setHospital("RJ1")
                .setMeasure("fft-2020.positive")
                .setWindow(Window.MONTH)
                .setStart(APRIL)
                .setEnd(MAY)
                .setLabel("2026-04")
                .setN(3)
                .setSum(20_000)
                .setSumOfSquares(200_000_000)
                .setScore(6_667)
                .setLow(2_077)
                .setHigh(9_385)
                .setMinimum(1)
                .setAsOf(MAY)
                .setAudience(Audience.INTERNAL)
                .setDays(days)
                .build();
    }

    private static Feedback response() {
        return Feedback.newBuilder()
                .setFeedbackId("2d1b8f1e-0000-4000-8000-000000000002")
                .setHospital("RJ1")
                .setQuestionnaire("fft-2020")
                .setGivenAt(APRIL)
                .setChannel(Channel.SMS)
                .setAnswers(List.of(new Answer("overall", "good")))
                .build();
    }

    @Test
    void theNamesOfColumnsAreStable() {
        // When
        Map<String, String> names = FlatTables.all().stream()
                .collect(Collectors.toMap(
                        FlatTable::name,
                        table -> table.columns().stream().map(FlatColumn::name).collect(Collectors.joining(" "))));

        // Then
        assertThat(names)
                .containsOnly(
                        Map.entry(
                                "scores",
                                "hospital unit measure window start end label n sum sum_of_squares score low high"
                                        + " suppressed minimum final as_of restatements audience days_n days_n_squared"
                                        + " days_sum_squared"),
                        Map.entry(
                                "drops",
                                "drop_id hospital unit measure state since opened_at recovered_at severity baseline score"
                                        + " score_low score_high fall tuned_fall evidence evidence_years false_alarm_days"
                                        + " responses_used icc rule_version as_of phase escalated_at sentence_en"
                                        + " sentence_cy audience raised_today watch_time eased_at reopened_at score_back"
                                        + " responses_back"),
                        Map.entry(
                                "league",
                                "measure month hospital n score low high design_effect effective_n clustered_low"
                                        + " clustered_high expected_low expected_high rating rank tied rank_low rank_high"
                                        + " hospitals as_of minimum final restatements"),
                        Map.entry(
                                "feedback",
                                "feedback_id revision withdrawn hospital unit questionnaire given_at channel language"
                                        + " age_band answers arrived_at"),
                        Map.entry(
                                "themes",
                                "hospital week theme comments sentiment_sum suppressed minimum rule_version final"
                                        + " as_of"));
    }

    @Test
    void aRowHasACellForEachColumnAndNothingWhereARecordWithinIsAbsent() {
        // When
        List<Object> whole = FlatTables.SCORES.row(april(new DaySums(3L, 5L, 400_000_000L)), MAY);
        List<Object> without = FlatTables.SCORES.row(april(null), MAY);

        // Then
        assertThat(whole)
                .containsExactly(
                        "RJ1",
                        null,
                        "fft-2020.positive",
                        "MONTH",
                        APRIL,
                        MAY,
                        "2026-04",
                        3L,
                        20_000L,
                        200_000_000L,
                        6_667L,
                        2_077L,
                        9_385L,
                        false,
                        1L,
                        false,
                        MAY,
                        0L,
                        "INTERNAL",
                        3L,
                        5L,
                        400_000_000L);
        assertThat(without.subList(19, 22)).containsExactly(null, null, null);
    }

    @Test
    void aResponseIsARowWithItsAnswersAndItsArrival() {
        // When
        List<Object> row = FlatTables.FEEDBACK.row(response(), MAY);

        // Then
        assertThat(row)
                .containsExactly(
                        "2d1b8f1e-0000-4000-8000-000000000002",
                        1L,
                        false,
                        "RJ1",
                        null,
                        "fft-2020",
                        APRIL,
                        "SMS",
                        null,
                        null,
                        "{\"overall\":\"good\"}",
                        MAY);
    }

    @Test
    void aRowIsOfTheHospitalsOwnDay() {
        // Given
        Function<Score, LocalDate> day = score -> FlatTables.SCORES.day(score, HospitalDirectory.empty());

        // When
        LocalDate first = day.apply(april(null));

        // Then
        assertThat(first).isEqualTo("2026-04-01");
    }

    @Test
    void aRowOfThemesIsOfItsWeeksMondayAndNamedByHospitalWeekAndTheme() {
        // Given
        ThemeWeek food = ThemeWeek.newBuilder()
                .setHospital("RJ1")
                .setWeek("2026-W53")
                .setTheme("food")
                .setComments(20L)
                .setSentimentSum(61L)
                .setMinimum(10)
                .setRuleVersion("themes-1")
                .build();
        ThemeWeek all = ThemeWeek.newBuilder(food).setTheme(null).build();

        // When
        LocalDate day = FlatTables.THEMES.day(food, HospitalDirectory.empty());
        List<String> ids = List.of(FlatTables.THEMES.id(food), FlatTables.THEMES.id(all));

        // Then
        assertThat(day).isEqualTo("2026-12-28");
        assertThat(ids).containsExactly("RJ1|2026-W53|food", "RJ1|2026-W53|");
    }

    @Test
    void whatPatientsWroteIsInNoTable() {
        // When
        List<Object> topics =
                FlatTables.all().stream().<Object>map(FlatTable::topic).toList();

        // Then
        assertThat(topics).doesNotContain(Topics.COMMENTS);
    }

    @Test
    void theDictionaryHasTheContractsWordsForEachColumn() {
        // When
        String words = DataDictionary.of(List.of(FlatTables.SCORES));

        // Then
        assertThat(words)
                .contains(
                        "| `n` | whole number |  | Number of answers in the denominator; 0 where there are no responses. |\n",
                        "| `start` | time, ISO 8601 in UTC |  | First instant of the window, inclusive. |\n",
                        "| `days_n` | whole number | yes | ")
                .contains("Named by `hospital`, `unit`, `measure`, `window`, `start`.");
    }
}
