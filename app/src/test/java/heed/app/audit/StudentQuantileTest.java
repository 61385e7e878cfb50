package heed.app.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudentQuantileTest {

    /** Abramowitz and Stegun, table 26.10, beside the closed forms of 1 and 2 degrees. */
    @ParameterizedTest
    @CsvSource({"1, 12.706", "2, 4.303", "5, 2.571", "6, 2.447", "11, 2.201", "20, 2.086", "120, 1.980"})
    void isThatOfTheTables(int degrees, double quantile) {
        // When
        double found = StudentQuantile.of(.95, degrees);

        // Then
        assertThat(found).isCloseTo(quantile, within(.0005));
    }
}
