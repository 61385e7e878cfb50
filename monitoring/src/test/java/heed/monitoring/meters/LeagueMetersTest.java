package heed.monitoring.meters;

import static heed.monitoring.LeagueFixture.aLeague;
import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.Simulated;
import heed.monitoring.readmodel.ReadModel;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.reader.ReaderStatus;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LeagueMetersTest {

    private final Meters meters = new Meters(Simulated.STAFF);
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
    void exposesTheNewestMonthOfEachComparison() {
        // Given
        aLeague("fft-2020.positive", "2026-02").row("H1", 10, 100).into(model);
        aLeague("fft-2020.positive", "2026-03")
                .row("H1", 90, 100)
                .row("H2", 50, 100)
                .row("H3", 70, 100)
                .tau2(0.0009)
                .belowMinimum(4)
                .into(model);
        bindModel();

        // When
        Map<String, Double> scraped = Scraped.from(meters);

        // Then
        assertThat(scraped)
                .containsEntry("heed_league_score_ratio{measure=\"fft-2020.positive\"}", 0.7)
                .containsEntry("heed_league_spread_ratio{measure=\"fft-2020.positive\"}", 0.03)
                .containsEntry("heed_league_hospitals{measure=\"fft-2020.positive\",rating=\"ABOVE\"}", 1.0)
                .containsEntry("heed_league_hospitals{measure=\"fft-2020.positive\",rating=\"WITHIN\"}", 1.0)
                .containsEntry("heed_league_hospitals{measure=\"fft-2020.positive\",rating=\"BELOW\"}", 1.0)
                .containsEntry("heed_league_hospitals_below_minimum{measure=\"fft-2020.positive\"}", 4.0);
    }

    @Test
    void boundsTheComparisonsItExposes() {
        // Given
        for (int at = 0; at < LeagueMeters.MOST_MEASURES + 5; at++) {
            aLeague("q-1.m" + at, "2026-03").row("H1", 90, 100).into(model);
        }
        bindModel();

        // When
        Map<String, Double> scraped = Scraped.from(meters);

        // Then
        assertThat(scraped.keySet().stream().filter(name -> name.startsWith("heed_league_")))
                .hasSize(6 * LeagueMeters.MOST_MEASURES);
    }
}
