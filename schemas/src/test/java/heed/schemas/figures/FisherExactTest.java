package heed.schemas.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
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
    void drawsEachStratumByItself() {
        // Given
        // Mantel's rabbits: cured where penicillin came at once, and where it came 1.5 hours later, by five doses.
        List<FisherExact.Table> rabbits = List.of(
                new FisherExact.Table(0, 6, 0, 5),
                new FisherExact.Table(3, 6, 0, 6),
                new FisherExact.Table(6, 6, 2, 6),
                new FisherExact.Table(5, 6, 6, 6),
                new FisherExact.Table(2, 2, 5, 5));

        // When // Then
        assertThat(FisherExact.atLeast(rabbits)).isCloseTo(4_350 / 217_800.0, within(1e-12));
        assertThat(FisherExact.atLeast(List.of())).isEqualTo(1);
    }

    @Test
    void findsNothingInGroupsThatDifferOnlyInTheirStrata() {
        // Given
        var strata = List.of(new FisherExact.Table(2, 20, 8, 80), new FisherExact.Table(48, 80, 12, 20));

        // When // Then
        assertThat(FisherExact.atLeast(50, 100, 20, 100)).isLessThan(1e-4);
        assertThat(FisherExact.atLeast(strata)).isBetween(.4, .7);
    }

    @Test
    void holdsForGroupsOfThousands() {
        // When // Then
        assertThat(FisherExact.atLeast(1_000, 10_000, 1_000, 10_000)).isCloseTo(.5094, within(1e-3));
        assertThat(FisherExact.atLeast(2_000, 10_000, 1_000, 10_000)).isLessThan(1e-80);
    }

    @Test
    void refusesMoreOfAKindThanThereAre() {
        // When // Then
        assertThatThrownBy(() -> FisherExact.atLeast(5, 4, 0, 4)).hasMessage("no groups: 5 of 4, 0 of 4");
        assertThatThrownBy(() -> FisherExact.atLeast(1, 4, -1, 4)).hasMessage("no groups: 1 of 4, -1 of 4");
    }
}
