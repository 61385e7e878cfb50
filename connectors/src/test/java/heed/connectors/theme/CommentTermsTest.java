package heed.connectors.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class CommentTermsTest {

    @Test
    void areWordsPairsOfThemAndTheBeginningsOfLongOnes() {
        // When
        Set<String> terms = CommentTerms.of("Waited 3 hours!");

        // Then
        assertThat(terms)
                .containsExactlyInAnyOrder(
                        "waited",
                        "0",
                        "hours",
                        "!",
                        "waited 0",
                        "0 hours",
                        "hours !",
                        "waite*",
                        "hours*",
                        "<some words>");
    }

    @Test
    void areNothingOfWhatWasTakenOut() {
        // When
        Set<String> terms = CommentTerms.of("Dr [name] rang [phone number]");

        // Then
        assertThat(terms).containsExactlyInAnyOrder("dr", "rang", "dr rang", "<few words>");
    }

    @Test
    void tellHowLongACommentIs() {
        // When // Then
        assertThat(CommentTerms.of("a b")).contains("<few words>");
        assertThat(CommentTerms.of("a b c")).contains("<some words>");
        assertThat(CommentTerms.of("a b c d e")).contains("<some words>");
        assertThat(CommentTerms.of("a b c d e f")).doesNotContain("<some words>", "<few words>", "<many words>");
        assertThat(CommentTerms.of("a ".repeat(40))).doesNotContain("<many words>");
        assertThat(CommentTerms.of("a ".repeat(41))).contains("<many words>");
        assertThat(CommentTerms.of("...")).isEmpty();
    }
}
