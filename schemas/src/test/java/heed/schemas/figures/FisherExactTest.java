package heed.schemas.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FisherExactTest {

    @Test
    void isTheProbabilityOfAtLeastSoManyByLot() {
        // When // Then
        // The lady tasting tea: all four of four, 1 in 70; three or more, 17 in 70.
        assertThat(FisherExact.atLeast(4, 4, 0, 4)).isCloseTo(1 / 70.0, within(1e-12));
        assertThat(FisherExact.atLeast(3, 4, 1, 4)).isCloseTo(17 / 70.0, within(1e-12));
        assertThat(FisherExact.atLeast(0, 4, 4, 4)).isCloseTo(1, within(1e-12));
    }

    @Test
    void isCertainWhereThereIsNothingToFind() {
        // When // Then
        assertThat(FisherExact.atLeast(0, 10, 0, 20)).isEqualTo(1);
        assertThat(FisherExact.atLeast(0, 0, 5, 20)).isEqualTo(1);
        assertThat(FisherExact.atLeast(10, 10, 20, 20)).isCloseTo(1, within(1e-12));
    }

    @Test
    void refusesMoreOfAKindThanThereAre() {
        // When // Then
        assertThatThrownBy(() -> FisherExact.atLeast(5, 4, 0, 4)).hasMessage("no groups: 5 of 4, 0 of 4");
        assertThatThrownBy(() -> FisherExact.atLeast(1, 4, -1, 4)).hasMessage("no groups: 1 of 4, -1 of 4");
    }
}
