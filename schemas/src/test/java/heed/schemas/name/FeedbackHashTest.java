package heed.schemas.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class FeedbackHashTest {

    @Test
    void isTheBeginningOfTheDigestOfTheSixteenBytes() {
        // Given
        UUID id = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");

        // When
        String hash = FeedbackHash.of(id.getMostSignificantBits(), id.getLeastSignificantBits());

        // Then
        assertThat(hash).isEqualTo("a8faed6abbf3");
    }

    @Test
    void isTheSameInCapitals() {
        // When // Then
        assertThat(FeedbackHash.of("00112233-4455-6677-8899-AABBCCDDEEFF"))
                .isEqualTo(FeedbackHash.of("00112233-4455-6677-8899-aabbccddeeff"));
    }
}
