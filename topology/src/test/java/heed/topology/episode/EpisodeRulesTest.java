package heed.topology.episode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EpisodeRulesTest {

    /** Worked out from the Poisson distribution by other code. */
    @ParameterizedTest
    @CsvSource({
        "1, 730, 3650, 3",
        "10, 730, 3650, 4",
        "40, 730, 3650, 7",
        "200, 730, 3650, 20",
        "1000, 730, 3650, 64",
        "5000, 730, 3650, 251",
        "40, 7300, 3650, 3",
        "40, 730, 365, 6",
        "40, 730, 73000, 9"
    })
    void tooManyAreSoManyThatChanceAloneSeldomShowsThem(int hospitals, double days, double falseAlarmDays, int needed) {
        // When // Then
        assertThat(new EpisodeRules(falseAlarmDays).needed(hospitals / days)).isEqualTo(needed);
    }

    @Test
    void refusesARateOutsideItsRange() {
        // When // Then
        assertThat(new EpisodeRules(30).falseAlarmDays()).isEqualTo(30);
        assertThat(new EpisodeRules(73_000).falseAlarmDays()).isEqualTo(73_000);
        assertThatThrownBy(() -> new EpisodeRules(29.9))
                .hasMessage("watch.episode-false-alarm-days must be 30 to 73,000, was 29.9");
        assertThatThrownBy(() -> new EpisodeRules(73_000.1)).hasMessageContaining("was 73000.1");
        assertThatThrownBy(() -> new EpisodeRules(Double.NaN)).hasMessageContaining("was NaN");
    }
}
