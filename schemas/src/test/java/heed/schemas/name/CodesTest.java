package heed.schemas.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class CodesTest {

    @Test
    void haveOneToFortyCharacters() {
        // When // Then
        assertThat(Codes.isCode(null)).isFalse();
        assertThat(Codes.isCode("")).isFalse();
        assertThat(Codes.isCode("a")).isTrue();
        assertThat(Codes.isCode("a".repeat(40))).isTrue();
        assertThat(Codes.isCode("a".repeat(41))).isFalse();
    }

    @Property
    void areWhatThePublishedPatternSays(
            @ForAll @StringLength(max = 42) @CharRange(from = ' ', to = '\u017f') String text) {
        // When // Then
        assertThat(Codes.isCode(text))
                .isEqualTo(Pattern.compile(Codes.PATTERN).matcher(text).matches());
    }

    @Property
    void areWhatThePublishedPatternSaysOfEverySingleCharacter(@ForAll char c) {
        // When // Then
        assertThat(Codes.isCode("" + c))
                .isEqualTo(Pattern.compile(Codes.PATTERN).matcher("" + c).matches());
    }
}
