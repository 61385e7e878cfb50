package heed.schemas.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlainTextTest {

    @Test
    void isWhatReadsAsItIsWrittenInAnyScript() {
        // When // Then
        assertThat(PlainText.isPlainLine("Ysbyty Gwynedd, St Mary's – Ärzte 東京 مستشفى 👍"))
                .isTrue();
        assertThat(PlainText.isPlainLine("")).isTrue();
    }

    @Test
    void hasNoControlsNothingThatTurnsTheDirectionAndNoHalfCharacters() {
        // When // Then
        assertThat(IntStream.of(
                                0, 0x0A, 0x1B, 0x7F, 0x85, 0x61C, 0x200E, 0x200F, 0x202A, 0x202E, 0x2028, 0x2066,
                                0x2069, 0xFEFF, 0xD800)
                        .mapToObj(c -> "St " + (char) c + "Mary"))
                .noneMatch(PlainText::isPlainLine);
    }

    @Test
    void isEveryCharacterButTheseWhichItsExpressionTakesOutToo() {
        // When // Then
        assertThat(IntStream.rangeClosed(0xA0, 0xFFFF)
                        .filter(c -> !Character.isSurrogate((char) c))
                        .filter(c -> !PlainText.isPlainLine("" + (char) c))
                        .filter(c -> ("a" + (char) c)
                                .replaceAll(PlainText.UNPLAIN, "")
                                .equals("a")))
                .containsExactly(
                        0x061C, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067,
                        0x2068, 0x2069, 0xFEFF, 0xFFF9, 0xFFFA, 0xFFFB);
    }

    @Test
    void isMeasuredInCharactersOfWhateverScript() {
        // When // Then
        assertThat(PlainText.isPlainLine("\uD83D\uDC4D".repeat(3), 3)).isTrue();
        assertThat(PlainText.isPlainLine("\uD83D\uDC4D".repeat(3) + "x", 3)).isFalse();
        assertThat(PlainText.isPlainLine("a\nb", 3)).isFalse();
    }
}
