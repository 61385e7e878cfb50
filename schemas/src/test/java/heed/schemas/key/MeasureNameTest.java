package heed.schemas.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MeasureNameTest {

    @Test
    void isTakenApartAtItsLastDot() {
        // When
        MeasureName plain = MeasureName.parse("fft-2020.positive");
        MeasureName dotted = MeasureName.parse("local.ward-1.dignity");

        // Then
        assertThat(plain).isEqualTo(new MeasureName("fft-2020", "positive")).hasToString("fft-2020.positive");
        assertThat(dotted).isEqualTo(new MeasureName("local.ward-1", "dignity"));
        assertThat(dotted.text()).isEqualTo("local.ward-1.dignity");
    }

    @Test
    void isNoneWithoutADot() {
        // When // Then
        assertThat(MeasureName.find("positive")).isEmpty();
        assertThatThrownBy(() -> MeasureName.parse("positive"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a measure's name questionnaire.measure: 'positive'");
    }

    @Test
    void partsAtTheSameDotThatItWasJoinedAt() {
        // When // Then
        assertThatThrownBy(() -> new MeasureName("local", "ward-1.dignity"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a measure's name within its questionnaire has no '.', was 'ward-1.dignity'");
    }
}
