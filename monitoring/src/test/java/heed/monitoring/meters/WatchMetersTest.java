package heed.monitoring.meters;

import static heed.monitoring.ScoreFixture.aDay;
import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.Simulated;
import heed.monitoring.WatchFixture;
import heed.monitoring.readmodel.ReadModel;
import heed.schemas.Audience;
import heed.schemas.RiseState;
import heed.schemas.SilenceState;
import heed.schemas.disclosure.Disclosure;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.reader.ReaderStatus;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the watch tells beside drops: rises and silences. */
class WatchMetersTest {

    private final Meters meters = new Meters();
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
    void tellsReadersOfPublishedFiguresOfNoUnitThatHasGoneQuiet() {
        // Given
        ReadModel published = new ReadModel(Clock.systemUTC(), new Disclosure(Audience.PUBLISHED, 21));
        published.put(WatchFixture.aSilence("H1", "WARD-1", SilenceState.OPEN));
        published.put(WatchFixture.aSilence("H2", null, SilenceState.OPEN));

        // When
        Map<String, Double> scraped = scrape(published);

        // Then
        assertThat(scraped.keySet().stream().filter(name -> name.startsWith("heed_silence_")))
                .containsExactly(
                        "heed_silence_open{hospital=\"H2\",unit=\"\"}",
                        "heed_silence_since_timestamp_seconds{hospital=\"H2\",unit=\"\"}");
    }

    @Test
    void boundsTheSilencesItExposes() {
        // Given
        for (int at = 0; at < SilenceMeters.MOST_PLACES + 5; at++) {
            model.put(WatchFixture.aSilence("H" + at, null, SilenceState.OPEN));
        }

        // When
        Map<String, Double> scraped = scrape(model);

        // Then
        assertThat(scraped.keySet().stream().filter(name -> name.startsWith("heed_silence_")))
                .hasSize(2 * SilenceMeters.MOST_PLACES);
    }
}
