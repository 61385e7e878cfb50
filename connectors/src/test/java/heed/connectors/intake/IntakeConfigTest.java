package heed.connectors.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.schemas.listen.Reach;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class IntakeConfigTest {

    @Test
    void reportsAllBadValuesAtOnce() {
        // When // Then
        assertThatThrownBy(() -> new IntakeConfig(
                        " ", 65_536, List.of(), Reach.direct(), Duration.ZERO, Duration.ofDays(366), 0, 0, 201))
                .hasMessage(
                        """
                        intake.host must be a host name or address, was empty
                        intake.port must be 0 to 65535, was 65536
                        intake.ack-timeout must be PT0.1S to PT5M, was PT0S
                        pipeline.lateness must be PT1H to PT8760H, was PT8784H
                        intake.client-rate must be 1 to 100000, was 0
                        intake.client-burst must be 1 to 100000, was 0
                        intake.max-in-flight must be 1 to 200, was 201""");
    }

    @Test
    void takesTheLimitsThemselves() {
        // When // Then
        assertThat(new IntakeConfig(
                        "::1", 0, List.of(), Reach.direct(), Duration.ofMillis(100), Duration.ofHours(1), 1, 1, 1))
                .isNotNull();
        assertThat(new IntakeConfig(
                        "h",
                        65_535,
                        List.of(),
                        Reach.direct(),
                        Duration.ofMinutes(5),
                        Duration.ofDays(365),
                        100_000,
                        100_000,
                        200))
                .isNotNull();
    }
}
