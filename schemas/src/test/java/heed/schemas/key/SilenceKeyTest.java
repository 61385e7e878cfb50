package heed.schemas.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SilenceKeyTest {

    @Test
    void readsBackWhatItWrites() {
        // When
        SilenceKey whole = SilenceKey.parse(new SilenceKey("H1", null).text());
        SilenceKey ward = SilenceKey.parse("H1|W2");

        // Then
        assertThat(whole).hasToString("H1|").isEqualTo(new SilenceKey("H1", null));
        assertThat(ward).isEqualTo(new SilenceKey("H1", "W2"));
    }

    @Test
    void refusesWhatIsNoKey() {
        // When
        // Then
        assertThatThrownBy(() -> SilenceKey.parse("H1|W2|x")).hasMessage("not a key hospital|unit: 'H1|W2|x'");
        assertThatThrownBy(() -> SilenceKey.parse("|W2")).hasMessageContaining("hospital");
    }
}
