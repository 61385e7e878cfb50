package heed.schemas.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CommentKeyTest {

    private static final String ID = "3f2504e0-4f89-41d3-9a0c-0305e82c3301";

    @Test
    void isOfOneHospitalAndFoundByTheIdAlone() {
        // Given
        var key = new CommentKey("H1", ID);

        // When
        String text = key.text();

        // Then
        assertThat(text).isEqualTo("H1|" + ID);
        assertThat(CommentKey.isOf(ID, text)).isTrue();
        assertThat(CommentKey.isOf(ID.substring(1), text)).isFalse();
        assertThat(CommentKey.isOf("H1", text)).isFalse();
    }

    @Test
    void refusesAHospitalThatIsNoCode() {
        // When
        // Then
        assertThatThrownBy(() -> new CommentKey("H|1", ID).text()).hasMessageContaining("hospital");
    }
}
