package heed.schemas.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ChannelKeyTest {

    @Test
    void readsBackWhatItWrites() {
        // Given
        ChannelKey key = new ChannelKey("H1", "fft-2020", Instant.parse("2026-03-29T00:00:00Z"));

        // When
        ChannelKey read = ChannelKey.parse("H1|fft-2020|2026-03-29T00:00:00Z");

        // Then
        assertThat(read).isEqualTo(key).hasToString(key.text());
    }

    @Test
    void refusesWhatIsNoKey() {
        // When
        // Then
        assertThatThrownBy(() -> ChannelKey.parse("H1|fft-2020"))
                .hasMessage("not a key hospital|questionnaire|start: 'H1|fft-2020'");
        assertThatThrownBy(() -> ChannelKey.parse("H1|fft-2020|monday"))
                .hasMessage("not a key hospital|questionnaire|start: 'H1|fft-2020|monday'");
        assertThatThrownBy(() -> ChannelKey.parse("|fft-2020|2026-03-29T00:00:00Z"))
                .hasMessageContaining("hospital");
    }
}
