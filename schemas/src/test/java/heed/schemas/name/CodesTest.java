package heed.schemas.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
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

    @Test
    void beginWithALetterOrADigit() {
        // When // Then
        assertThat(List.of(".", "..", "-rf", "_a", ".htaccess")).noneMatch(Codes::isCode);
        assertThat(List.of("a.", "1..", "0-_")).allMatch(Codes::isCode);
        assertThat(Codes.isCode("..".getBytes(StandardCharsets.US_ASCII), 0, 2)).isFalse();
        assertThat(Codes.isCode("x..".getBytes(StandardCharsets.US_ASCII), 0, 3))
                .isTrue();
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
