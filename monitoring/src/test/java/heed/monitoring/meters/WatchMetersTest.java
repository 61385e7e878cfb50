package heed.monitoring.meters;

import static heed.monitoring.DropFixture.aDrop;
import static heed.monitoring.ScoreFixture.aDay;
import static heed.monitoring.ScoreFixture.aWeek;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import heed.monitoring.EpisodeFixture;
import heed.monitoring.MovementFixture;
import heed.monitoring.Simulated;
import heed.monitoring.WatchFixture;
import heed.monitoring.readmodel.ReadModel;
import heed.schemas.Audience;
import heed.schemas.Drop;
import heed.schemas.RiseState;
import heed.schemas.SilenceState;
import heed.schemas.disclosure.Disclosure;
import heed.schemas.hospital.Hospital;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.questionnaire.Questionnaires;
import heed.schemas.reader.ReaderStatus;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the watch tells beside drops: rises and silences. */
class WatchMetersTest {

    private static final int MOST = 7;

    private final Meters meters = new Meters(Simulated.STAFF, MOST);
    private final ReadModel model = new ReadModel(Clock.systemUTC(), Simulated.STAFF);

    @AfterEach
    void close() {
        meters.close();
    }

    private Map<String, Double> scrape(ReadModel read) {
        read.publish();
        meters.bindReadModel(
                read,
                HospitalDirectory.empty(),
                () -> new ReaderStatus(ReaderStatus.Phase.FOLLOWING, 0, Instant.EPOCH, 0));
        return Scraped.from(meters);
    }

    @Test
    void tellsWhichMeasuresHaveRisen() {
        // Given
        model.put(aDay("2026-03-01").positive(18, 20));
        model.put(aDay("2026-03-01").at("H2").positive(18, 20));
        model.put(WatchFixture.aRise("H1", RiseState.OPEN));

        // When
        Map<String, Double> scraped = scrape(model);

        // Then
        assertThat(scraped)
                .containsEntry("heed_rises_open{hospital=\"H1\",measure=\"fft-2020.positive\"}", 1.0)
                .containsEntry("heed_rises_open{hospital=\"H2\",measure=\"fft-2020.positive\"}", 0.0);
    }

    @Test
    void tellsHowManyHospitalsFellAtOnceUntilTheEpisodeIsOver() {
        // Given
        model.put(aDay("2026-03-01").positive(18, 20));
        model.put(EpisodeFixture.anEpisode());
        Map<String, Double> lasting = scrape(model);
        model.put(aDay("2026-03-24").positive(18, 20));

        // When
        model.publish();
        Map<String, Double> over = Scraped.from(meters);

        // Then
        assertThat(lasting)
                .containsEntry("heed_episode_hospitals{measure=\"fft-2020.positive\"}", 11.0)
                .containsEntry("heed_episode_watched_hospitals{measure=\"fft-2020.positive\"}", 40.0);
        assertThat(over).containsEntry("heed_episode_hospitals{measure=\"fft-2020.positive\"}", 0.0);
    }

    @Test
    void tellsHowAnOpenDropStandsNowAndWhoseFallItIs() {
        // Given
        Drop drop = aDrop().open();
        model.put(drop);
        model.put(aDay("2026-03-01").positive(86, 100));
        model.put(aDay("2026-03-01").at("H2").positive(86, 100));
        for (String monday : List.of("2026-01-26", "2026-02-02", "2026-02-09")) {
            model.put(aWeek(LocalDate.parse(monday)).positive(910, 1_000));
            model.put(MovementFixture.week(monday, 0));
        }
        model.put(aWeek(LocalDate.parse("2026-02-23")).positive(780, 1_000));
        model.put(MovementFixture.week("2026-02-23", -0.02));

        // When
        Map<String, Double> scraped = scrape(model);

        // Then
        String h1 = "{hospital=\"H1\",measure=\"fft-2020.positive\"}";
        assertThat(scraped)
                .containsEntry("heed_drop_usual_ratio" + h1, drop.getBaseline())
                .containsEntry("heed_drop_lowest_ratio" + h1, drop.getScore())
                .containsEntry(
                        "heed_drop_flagged_timestamp_seconds" + h1,
                        drop.getOpenedAt().toEpochMilli() / 1e3)
                .containsEntry("heed_drop_now_ratio" + h1, .86)
                .containsEntry("heed_drop_now_answers" + h1, 100.0)
                .containsEntry(
                        "heed_drop_verdict_state{hospital=\"H1\",measure=\"fft-2020.positive\",verdict=\"OWN\"}", 1.0)
                .containsEntry("heed_drop_others_moved_ratio" + h1, -.02)
                .doesNotContainKey("heed_drop_now_ratio{hospital=\"H2\",measure=\"fft-2020.positive\"}");
        assertThat(scraped.get("heed_drop_fall_beyond_ratio" + h1)).isCloseTo(.11, within(1e-9));
    }

    @Test
    void tellsNothingOfNowOnTooFewAnswersAndThatWhoseFallItIsIsNotKnown() {
        // Given
        model.put(aDrop().open());
        model.put(aDay("2026-03-01").positive(3, 9));

        // When
        Map<String, Double> scraped = scrape(model);

        // Then
        assertThat(scraped)
                .containsEntry(
                        "heed_drop_verdict_state{hospital=\"H1\",measure=\"fft-2020.positive\",verdict=\"UNKNOWN\"}",
                        1.0)
                .doesNotContainKeys(
                        "heed_drop_now_ratio{hospital=\"H1\",measure=\"fft-2020.positive\"}",
                        "heed_drop_now_answers{hospital=\"H1\",measure=\"fft-2020.positive\"}",
                        "heed_drop_others_moved_ratio{hospital=\"H1\",measure=\"fft-2020.positive\"}");
    }

    @Test
    void tellsWhoHasGoneQuietAndSinceWhenAsLongAsTheyAre() {
        // Given
        model.put(WatchFixture.aSilence("H1", "WARD-1", SilenceState.OPEN));
        model.put(WatchFixture.aSilence("H1", null, SilenceState.ENDED));

        // When
        Map<String, Double> scraped = scrape(model);

        // Then
        assertThat(scraped)
                .containsEntry("heed_silence_open{hospital=\"H1\",unit=\"WARD-1\"}", 1.0)
                .containsEntry("heed_silence_open{hospital=\"H1\",unit=\"\"}", 0.0)
                .containsEntry(
                        "heed_silence_since_timestamp_seconds{hospital=\"H1\",unit=\"WARD-1\"}",
                        Instant.parse("2026-02-28T20:15:00Z").getEpochSecond() * 1.0)
                .doesNotContainKey("heed_silence_since_timestamp_seconds{hospital=\"H1\",unit=\"\"}");
    }

    @Test
    void tellsReadersOfPublishedFiguresOfNobodyWhoHasGoneQuiet() {
        // Given
        ReadModel published = new ReadModel(Clock.systemUTC(), new Disclosure(Audience.PUBLISHED, 21));
        published.put(WatchFixture.aSilence("H1", "WARD-1", SilenceState.OPEN));
        published.put(WatchFixture.aSilence("H2", null, SilenceState.OPEN));

        // When
        Map<String, Double> scraped = scrape(published);

        // Then
        assertThat(scraped.keySet().stream().filter(name -> name.startsWith("heed_silence_")))
                .isEmpty();
    }

    private Map<String, Double> scrapeNames(ReadModel read, Meters of, String address) {
        read.publish();
        of.bindAlerts(
                read,
                HospitalDirectory.of(List.of(new Hospital("H1", "Ashcombe General", ZoneOffset.UTC)), ZoneOffset.UTC),
                Questionnaires.shipped(),
                URI.create(address));
        return Scraped.from(of);
    }

    @Test
    void saysForAlertsWhereThePageIsAndWhoIsMeant() {
        // Given
        model.put(aDrop().unit("W1").open());
        model.put(WatchFixture.aSilence("H1", null, SilenceState.OPEN));
        model.put(WatchFixture.aSilence("H1", "W2", SilenceState.ENDED));

        // When
        Map<String, Double> scraped = scrapeNames(model, meters, "https://heed.example:8443/");

        // Then
        assertThat(scraped)
                .containsOnlyKeys(
                        "heed_meters_refused_total",
                        "heed_page_info{url=\"https://heed.example:8443\"}",
                        "heed_drop_info{hospital=\"H1\",hospital_name=\"Ashcombe General\",measure=\"fft-2020.positive\","
                                + "measure_title=\"Rated very good or good\",unit=\"W1\"}",
                        "heed_silence_info{hospital=\"H1\",hospital_name=\"Ashcombe General\",unit=\"\"}");
    }

    @Test
    void namesNoWardAndNobodyWhoHasGoneQuietToReadersOfPublishedFigures() {
        // Given
        var everybody = new Disclosure(Audience.PUBLISHED, 21);
        ReadModel published = new ReadModel(Clock.systemUTC(), everybody);
        published.put(aDrop().unit("W1")
                .with(drop -> drop.setAudience(Audience.PUBLISHED))
                .open());
        published.put(WatchFixture.aSilence("H1", null, SilenceState.OPEN));

        // When
        Map<String, Double> scraped;
        try (Meters open = new Meters(everybody)) {
            scraped = scrapeNames(published, open, "http://127.0.0.1:8080");
        }

        // Then
        assertThat(scraped)
                .containsOnlyKeys("heed_meters_refused_total", "heed_page_info{url=\"http://127.0.0.1:8080\"}");
    }

    @Test
    void boundsWhatItNames() {
        // Given
        for (int at = 0; at < MOST + 5; at++) {
            model.put(WatchFixture.aSilence("H" + at, null, SilenceState.OPEN));
        }

        // When
        Map<String, Double> scraped = scrapeNames(model, meters, "http://127.0.0.1:8080");

        // Then
        assertThat(scraped.keySet().stream().filter(name -> name.startsWith("heed_silence_info")))
                .hasSize(MOST);
    }

    @Test
    void boundsTheSilencesItExposes() {
        // Given
        for (int at = 0; at < MOST + 5; at++) {
            model.put(WatchFixture.aSilence("H" + at, null, SilenceState.OPEN));
        }

        // When
        Map<String, Double> scraped = scrape(model);

        // Then
        assertThat(scraped.keySet().stream().filter(name -> name.startsWith("heed_silence_")))
                .hasSize(2 * MOST);
        assertThat(scraped).containsEntry("heed_silences_left_out", 5.0);
    }

    @Test
    void tellsWhoIsQuietBeforeWhoWas() {
        // Given
        for (int at = 0; at < MOST; at++) {
            model.put(WatchFixture.aSilence("H" + at, null, SilenceState.ENDED));
        }
        model.put(WatchFixture.aSilence("Z1", null, SilenceState.OPEN));

        // When
        Map<String, Double> scraped = scrape(model);

        // Then
        assertThat(scraped)
                .containsEntry("heed_silence_open{hospital=\"Z1\",unit=\"\"}", 1.0)
                .containsEntry("heed_silences_left_out", 0.0);
    }
}
