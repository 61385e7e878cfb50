package heed.schemas.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PlaceKeyTest {

    @Test
    void readsBackWhatItWrites() {
        // When
        PlaceKey whole = PlaceKey.parse(new PlaceKey("H1", null).text());
        PlaceKey ward = PlaceKey.parse("H1|W2");

        // Then
        assertThat(whole).hasToString("H1|").isEqualTo(new PlaceKey("H1", null));
        assertThat(ward).isEqualTo(new PlaceKey("H1", "W2"));
    }

    @Test
    void refusesWhatIsNoKey() {
        // When
        // Then
        assertThatThrownBy(() -> PlaceKey.parse("H1|W2|x")).hasMessage("not a key hospital|unit: 'H1|W2|x'");
        assertThatThrownBy(() -> PlaceKey.parse("|W2")).hasMessageContaining("hospital");
    }
}
