package heed.monitoring.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FormBodyTest {

    @Test
    void takesAFormApart() {
        // When // Then
        assertThat(FormBody.fields("w%68o=Sister+Evans&text=a%26b%3Dc%0D%0A%C3%A9&assignee=&who=another&=x&alone"))
                .isEqualTo(Map.of("who", "Sister Evans", "text", "a&b=c\r\né", "assignee", ""));
        assertThat(FormBody.fields("")).isEmpty();
    }

    @Test
    void refusesWhatIsNotEncoded() {
        // When // Then
        assertThatThrownBy(() -> FormBody.fields("text=100%")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FormBody.fields("text=%zz")).isInstanceOf(IllegalArgumentException.class);
    }
}
