package heed.app.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.schemas.Drop;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DropChoiceTest {

    private static final Drop FULL = SampleDrops.full().build();
    private static final Drop EARLIER = SampleDrops.ofAnEarlierRelease();
    private static final List<Drop> DROPS = List.of(FULL, EARLIER);

    @Test
    void takesAWholeIdAndABeginningThatOnlyOneHas() {
        // When // Then
        assertThat(DropChoice.of(DROPS, EARLIER.getDropId(), Optional.empty())).isSameAs(EARLIER);
        assertThat(DropChoice.of(DROPS, "3F2A9C1E-7", Optional.empty())).isSameAs(FULL);
    }

    @Test
    void namesAllThatABeginningMayMean() {
        // When // Then
        assertThatThrownBy(() -> DropChoice.of(DROPS, "3f2a9c1e", Optional.empty()))
                .hasMessage(
                        """
                        '3f2a9c1e' begins the ids of several drops; write more of it:
                          3f2a9c1e-0000-3d0c-9a86-0c1d2e3f4a5b  H1 Ward-7  fft-2020.positive  opened 2026-03-04T16:05:11.250Z
                          3f2a9c1e-7b54-3d0c-9a86-0c1d2e3f4a5b  H1 Ward-7  fft-2020.positive  opened 2026-03-04T16:05:11.250Z""");
    }

    @Test
    void saysWhyADropMayBeGoneAndWhichAreThere() {
        // When // Then
        assertThatThrownBy(() -> DropChoice.of(List.of(FULL), "00000000", Optional.of("H1")))
                .hasMessage(
                        """
                        there is no drop 00000000 on heed.drops.v1. The topic keeps the newest record of each hospital, unit and measure for ever, older ones only for a while. The drops of H1 that it has:
                          3f2a9c1e-7b54-3d0c-9a86-0c1d2e3f4a5b  H1 Ward-7  fft-2020.positive  opened 2026-03-04T16:05:11.250Z""");
        assertThatThrownBy(() -> DropChoice.of(List.of(FULL), "00000000", Optional.of("H2")))
                .hasMessageEndingWith("It has no drops of H2.");
    }
}
