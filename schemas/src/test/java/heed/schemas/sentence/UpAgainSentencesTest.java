package heed.schemas.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.Drop;
import heed.schemas.DropState;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class UpAgainSentencesTest {

    private static final Instant EASED = Instant.parse("2026-03-20T10:00:00Z");

    private static Drop.Builder eased() {
        return ExampleDrop.drop().setScore(.75).setBaseline(.875).setEasedAt(EASED);
    }

    @Test
    void holdOfADropThatHasEasedFromHalfOfTheFallOn() {
        // When // Then
        assertThat(UpAgainSentences.hold(eased().build(), .8125)).isFalse();
        assertThat(UpAgainSentences.hold(eased().build(), .813)).isTrue();
        assertThat(UpAgainSentences.hold(eased().build(), .95)).isTrue();
    }

    @Test
    void holdOfNoDropThatHasNotEasedOrIsOver() {
        // When // Then
        assertThat(UpAgainSentences.hold(eased().setEasedAt(null).build(), .9)).isFalse();
        assertThat(UpAgainSentences.hold(eased().setState(DropState.RECOVERED).build(), .9))
                .isFalse();
    }

    @Test
    void sayWhyItIsStillOpen() {
        // When // Then
        assertThat(UpAgainSentences.english())
                .isEqualTo("The score is up again; this stays open until it has stayed near what it was before.");
        assertThat(UpAgainSentences.welsh())
                .isEqualTo(
                        "Mae'r sgôr wedi codi eto; mae hwn yn aros yn agored nes bydd wedi aros yn agos at yr hyn ydoedd o'r blaen.");
    }
}
