package heed.monitoring.readmodel;

import static heed.monitoring.WatchFixture.aBaseline;
import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.Baseline;
import heed.schemas.key.SeriesKey;
import heed.schemas.record.RecordCopy;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BaselinesTest {

    @Test
    void knowsWhatIsWatchedOnlyWhereWhatIsUsualIsTold() {
        // Given
        SeriesKey key = new SeriesKey("H1", null, "fft-2020.positive");
        Baseline whole = aBaseline(key, Instant.parse("2026-01-26T10:00:00Z"), .9);
        Baseline empty =
                RecordCopy.of(whole, Baseline.newBuilder()).setUsual(null).build();

        // When
        Baselines told = new Baselines(Map.of(key.toString(), whole));
        Baselines untold = new Baselines(Map.of(key.toString(), empty));

        // Then
        assertThat(told.watched(key)).contains(whole);
        assertThat(untold.watched(key)).isEmpty();
    }
}
