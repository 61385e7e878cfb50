package heed.schemas.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CommonLevelTest {

    @Test
    void leavesOutAFifthAtEachEndAndSaysHowSureTheRestIs() {
        // When
        CommonLevel level = CommonLevel.of(new double[] {-90, 1, 2, 3, 4, 5, 6, 7, 8, 90});

        // Then
        assertThat(level.mean()).isCloseTo(4.5, within(1e-12));
        // The values drawn in are 2 2 2 3 4 5 6 7 7 7: variance 42.5 / 9, over .6 and the root of 10.
        assertThat(level.error()).isCloseTo(1.1453071182271, within(1e-9));
        assertThat(level.hospitals()).isEqualTo(10);
    }

    @Test
    void takesNoFewerThanTen() {
        // When // Then
        assertThatThrownBy(() -> CommonLevel.of(new double[9]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("needs at least 10 hospitals, were 9");
    }

    @Test
    void quantilesAreStudentsOfTheHospitalsThatAreLeft() {
        // When // Then
        assertThat(CommonLevel.quantile(1.959963984540054, 10)).isCloseTo(2.570582, within(5e-3));
        assertThat(CommonLevel.quantile(1.959963984540054, 200)).isCloseTo(1.980100, within(1e-5));
        assertThat(Student.quantile(1.6448536269514722, 10)).isCloseTo(1.812461, within(1e-4));
    }
}
