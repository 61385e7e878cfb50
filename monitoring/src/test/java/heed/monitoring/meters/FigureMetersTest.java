package heed.monitoring.meters;

import static heed.monitoring.DropFixture.aDrop;
import static heed.monitoring.ScoreFixture.aDay;
import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.Simulated;
import heed.monitoring.readmodel.ReadModel;
import heed.schemas.hospital.Hospital;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.key.ScoreKey;
import heed.schemas.reader.ReaderStatus;
import heed.schemas.topic.Topics;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FigureMetersTest {

    private static final int MOST = 3_000;

    private final Meters meters = new Meters(Simulated.STAFF, MOST);
    private final ReadModel model = new ReadModel(Clock.systemUTC(), Simulated.STAFF);

    @AfterEach
    void close() {
        meters.close();
    }

    private void bindModel() {
        meters.bindReadModel(
                model,
                HospitalDirectory.empty(),
                () -> new ReaderStatus(ReaderStatus.Phase.FOLLOWING, 3, Instant.now(), 0));
    }

    @Test
    void exposesCurrentScoresAndDropsOfWhatMayBeShown() {
        // Given
        model.put(aDay("2026-03-01").asOf("2026-03-01T12:00:00Z").positive(18, 20));
        model.put(aDay("2026-03-01").at("FEW").positive(9, 9));
        model.put(aDrop().open());
        model.publish();
        bindModel();

        // When
        Map<String, Double> scraped = Scraped.from(meters);

        // Then
        String h1 = "{hospital=\"H1\",measure=\"fft-2020.positive\"}";
        assertThat(scraped)
                .containsEntry("heed_score_ratio" + h1, 0.9)
                .containsEntry("heed_score_answers" + h1, 20.0)
                .containsEntry(
                        "heed_score_window_end_seconds" + h1,
                        Instant.parse("2026-03-02T00:00:00Z").getEpochSecond() * 1.0)
                .containsEntry("heed_drops_open" + h1, 1.0)
                .containsEntry("heed_drop_severity_level" + h1, 3.0)
                .containsEntry("heed_reader_lag_records", 3.0)
                .containsEntry(
                        "heed_last_response_timestamp_seconds{hospital=\"H1\"}",
                        Instant.parse("2026-03-01T12:00:00Z").getEpochSecond() * 1.0);
        assertThat(scraped.keySet().stream().filter(name -> name.startsWith("heed_score_") && name.contains("FEW")))
                .containsExactly("heed_score_state{hospital=\"FEW\",measure=\"fft-2020.positive\"}");
    }

    @Test
    void endsTheLastDaysAtEachHospitalsOwnDate() {
        // Given
        // An answer of 15 March in Auckland, where it still is the 14th in London, and days a score is no longer
        // of there
        Hospital auckland = new Hospital("NZ", "Auckland", ZoneId.of("Pacific/Auckland"));
        model.put(aDay("2026-03-15").at("NZ").asOf("2026-03-14T20:00:00Z").positive(18, 20));
        model.put(aDay("2026-02-15").at("NZ").asOf("2026-02-14T20:00:00Z").positive(0, 20));
        model.put(aDay("2026-02-15").at("UK").asOf("2026-02-15T20:00:00Z").positive(18, 20));
        model.publish();
        HospitalDirectory hospitals = HospitalDirectory.of(List.of(auckland), HospitalDirectory.DEFAULT_ZONE);
        meters.bindReadModel(
                model, hospitals, () -> new ReaderStatus(ReaderStatus.Phase.FOLLOWING, 3, Instant.now(), 0));

        // When
        Map<String, Double> scraped = Scraped.from(meters);

        // Then
        assertThat(scraped)
                .containsEntry("heed_score_ratio{hospital=\"NZ\",measure=\"fft-2020.positive\"}", 0.9)
                .containsEntry("heed_score_ratio{hospital=\"UK\",measure=\"fft-2020.positive\"}", 0.9);
    }

    @Test
    void tellsAScoreOfZeroTooFewAnswersAndNoResponsesApart() {
        // Given
        model.put(aDay("2026-03-01").at("ZERO").positive(0, 10));
        model.put(aDay("2026-03-01").at("FEW").positive(9, 9));
        model.put(aDay("2026-03-01").at("NONE").positive(0, 0));
        model.publish();
        bindModel();

        // When
        Map<String, Double> scraped = Scraped.from(meters);

        // Then
        assertThat(scraped)
                .containsEntry("heed_score_state{hospital=\"ZERO\",measure=\"fft-2020.positive\"}", 2.0)
                .containsEntry("heed_score_ratio{hospital=\"ZERO\",measure=\"fft-2020.positive\"}", 0.0)
                .containsEntry("heed_score_state{hospital=\"FEW\",measure=\"fft-2020.positive\"}", 1.0)
                .containsEntry("heed_score_state{hospital=\"NONE\",measure=\"fft-2020.positive\"}", 0.0)
                .doesNotContainKey("heed_score_ratio{hospital=\"FEW\",measure=\"fft-2020.positive\"}")
                .doesNotContainKey("heed_score_answers{hospital=\"FEW\",measure=\"fft-2020.positive\"}")
                .doesNotContainKey("heed_score_ratio{hospital=\"NONE\",measure=\"fft-2020.positive\"}");
    }

    @Test
    void removesScoresThatAreGone() {
        // Given
        var score = aDay("2026-03-01").positive(18, 20);
        model.put(score);
        model.publish();
        bindModel();
        boolean before = Scraped.from(meters).keySet().stream().anyMatch(name -> name.startsWith("heed_score_ratio"));

        // When
        model.remove(Topics.SCORES, ScoreKey.of(score).text());
        model.publish();

        // Then
        assertThat(before).isTrue();
        assertThat(Scraped.from(meters).keySet()).noneMatch(name -> name.contains("hospital="));
    }

    @Test
    void boundsTheScoresItExposesAndCountsTheRest() {
        // Given
        for (int at = 0; at < MOST + 5; at++) {
            model.put(aDay("2026-03-01").at("H" + at).positive(18, 20));
        }
        model.publish();
        bindModel();

        // When
        Map<String, Double> scraped = Scraped.from(meters);

        // Then
        assertThat(scraped.keySet().stream().filter(name -> name.startsWith("heed_score_ratio")))
                .hasSize(MOST);
        assertThat(scraped).containsEntry("heed_scores_left_out", 5.0);
    }

    @Test
    void exposesTwoHundredHospitalsOfTwelveMeasuresByNoMoreSeriesThanThat() {
        // Given
        for (int hospital = 0; hospital < 200; hospital++) {
            for (int measure = 0; measure < 12; measure++) {
                for (String unit : new String[] {null, "W1", "W2"}) {
                    model.put(aDay("2026-03-01")
                            .at("H" + hospital)
                            .unit(unit)
                            .measure("q-1.m" + measure)
                            .positive(18, 20));
                }
            }
        }
        model.publish();
        bindModel();

        // When
        Map<String, Double> scraped = Scraped.from(meters);

        // Then
        // Seven series a hospital and measure, one a hospital, and what does not grow
        assertThat(scraped.keySet().stream().filter(name -> name.contains("hospital=")))
                .hasSize(7 * 200 * 12 + 200);
        assertThat(scraped).hasSizeLessThan(7 * 200 * 12 + 200 + 30);
    }
}
