package heed.topology.league;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BetweenHospitalsTest {

    /**
     * The eight schools of Bayesian Data Analysis, table 5.2, in hundredths; quantiles from a grid of 400,000 cells
     * elsewhere.
     */
    @ParameterizedTest
    @CsvSource({"0.05, 0.004857", "0.25, 0.024672", "0.5, 0.052383", "0.75, 0.091245", "0.95, 0.171734"})
    void agreesWithAFinerGridOnTheEightSchools(double u, double tau) {
        // Given
        double[] effects = {0.28, 0.08, -0.03, 0.07, -0.01, 0.01, 0.18, 0.12};
        double[] errors = {0.15, 0.10, 0.16, 0.11, 0.09, 0.11, 0.10, 0.18};
        // When
        BetweenHospitals between = new BetweenHospitals(
                effects, Arrays.stream(errors).map(error -> error * error).toArray());
        // Then
        assertThat(between.tau(between.quantile(u))).isCloseTo(tau, within(0.004));
    }

    @Test
    void narrowsTheGridToHospitalsThatDifferByAHair() {
        // Given
        // A hundred values .001 apart in sd, known to .0001
        double[] values = new double[100];
        double[] variances = new double[100];
        for (int i = 0; i < 100; i++) {
            values[i] = 0.8 + (i % 2 == 0 ? 0.001 : -0.001);
            variances[i] = 1e-8;
        }
        // When
        BetweenHospitals between = new BetweenHospitals(values, variances);
        // Then
        // sqrt(.001^2 - .0001^2), give or take 7%
        assertThat(between.tau(between.quantile(0.5))).isBetween(0.00097, 0.00104);
        assertThat(between.tau(between.quantile(0.025))).isBetween(0.00085, 0.0009);
        assertThat(between.tau(between.quantile(0.975))).isBetween(0.0011, 0.0012);
    }

    @Test
    void isNeverZero() {
        // Given
        double[] variances = new double[50];
        Arrays.fill(variances, 0.01);
        // When
        BetweenHospitals between = new BetweenHospitals(new double[50], variances);
        // Then
        assertThat(between.tau(between.quantile(0))).isPositive();
        assertThat(between.tau(between.quantile(0.5))).isBetween(0.005, 0.05);
    }
}
