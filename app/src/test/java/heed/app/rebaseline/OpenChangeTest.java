package heed.app.rebaseline;

import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.Audience;
import heed.schemas.Drop;
import heed.schemas.DropCopy;
import heed.schemas.DropPhase;
import heed.schemas.DropState;
import heed.schemas.Rise;
import heed.schemas.RiseCopy;
import heed.schemas.RiseState;
import heed.schemas.Severity;
import heed.schemas.WatchTime;
import heed.schemas.key.SeriesKey;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenChangeTest {

    private static final SeriesKey KEY = new SeriesKey("H1", "W2", "fft-2020.positive");

    @Test
    void isTheOpenDropOfTheKey() {
        // Given
        Drop over = DropCopy.of(drop("old"))
                .setState(DropState.RECOVERED)
                .setPhase(DropPhase.RECOVERED)
                .build();
        Drop ofAll = DropCopy.of(drop("whole")).setUnit(null).build();

        // When // Then
        assertThat(OpenChange.at(KEY, List.of(over, ofAll, drop("d")), List.of(rise("r"))))
                .contains(new OpenChange("d", "Lower."));
    }

    @Test
    void isTheOpenRiseWhereNoDropIsOpen() {
        // Given
        Rise over = RiseCopy.of(rise("old")).setState(RiseState.ENDED).build();
        Rise other =
                RiseCopy.of(rise("other")).setMeasure("experience-1.overall").build();

        // When // Then
        assertThat(OpenChange.at(KEY, List.of(), List.of(over, other, rise("r"))))
                .contains(new OpenChange("r", "Higher."));
        assertThat(OpenChange.at(KEY, List.of(), List.of(over, other))).isEmpty();
    }

    private static Drop drop(String id) {
        return new Drop(
                id,
                "H1",
                "W2",
                "fft-2020.positive",
                DropState.OPEN,
                Instant.EPOCH,
                Instant.EPOCH,
                null,
                Severity.MAJOR,
                .9,
                .8,
                .75,
                .85,
                .1,
                .1,
                1.0,
                2.0,
                730.0,
                100.0,
                .01,
                "1",
                Instant.EPOCH,
                DropPhase.OPEN,
                null,
                "Lower.",
                null,
                Audience.INTERNAL,
                true,
                WatchTime.GIVEN,
                List.of(),
                List.of());
    }

    private static Rise rise(String id) {
        return new Rise(
                id,
                "H1",
                "W2",
                "fft-2020.positive",
                RiseState.OPEN,
                Instant.EPOCH,
                Instant.EPOCH,
                null,
                .8,
                .9,
                .85,
                .95,
                .1,
                1.0,
                2.0,
                730.0,
                100.0,
                .01,
                "1",
                Instant.EPOCH,
                WatchTime.GIVEN,
                List.of(),
                "Higher.",
                null);
    }
}
