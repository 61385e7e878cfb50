package heed.schemas.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.figures.Counted;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReleaseTest {

    /** A good answer that became a bad one. */
    private static final Release.Change CORRECTED =
            new Release.Change(Instant.parse("2026-03-18T00:00:00Z"), 0, -10_000, -100_000_000);

    private static Counted told(int corrections) {
        Counted now = new Counted(100, 900_000 - corrections * 10_000L, 9_000_000_000L - corrections * 100_000_000L);
        return Release.of(now, List.copyOf(Collections.nCopies(corrections, CORRECTED)), 10)
                .orElseThrow();
    }

    @Test
    void staysAsItWasAtClosingUntilTheMinimumHasChanged() {
        // When // Then
        assertThat(told(0)).isEqualTo(new Counted(100, 900_000, 9_000_000_000L));
        assertThat(told(9)).isEqualTo(told(0));
        assertThat(told(10)).isEqualTo(new Counted(100, 800_000, 8_000_000_000L));
        assertThat(told(19)).isEqualTo(told(10));
        assertThat(told(20)).isEqualTo(new Counted(100, 700_000, 7_000_000_000L));
    }

    @Test
    void holdsTheNewestChangesBackAndTellsTheOldest() {
        // Given
        Instant at = Instant.parse("2026-03-18T00:00:00Z");
        Release.Change withdrawn = new Release.Change(at, -1, -5_000, -25_000_000);
        Counted now = new Counted(98, 875_000, 8_625_000_000L);

        // When
        Optional<Counted> told = Release.of(now, List.of(CORRECTED, CORRECTED, withdrawn), 2);
        Optional<Counted> toldOfOther = Release.of(now, List.of(withdrawn, CORRECTED, CORRECTED), 2);

        // Then
        assertThat(told).contains(new Counted(99, 880_000, 8_650_000_000L));
        assertThat(toldOfOther).contains(new Counted(98, 885_000, 8_725_000_000L));
    }

    @Test
    void tellsNothingOfARowThatWasReadBeforeWhatChangedIt() {
        // Given
        Counted allGood = new Counted(100, 1_000_000, 10_000_000_000L);

        // When
        Optional<Counted> told = Release.of(allGood, List.of(CORRECTED), 10);

        // Then
        assertThat(told).isEmpty();
    }
}
