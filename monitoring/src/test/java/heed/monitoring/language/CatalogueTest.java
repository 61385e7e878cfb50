package heed.monitoring.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    private static final Pattern PLACE = Pattern.compile("\\{[^}]*}");

    private static Set<String> places(String sentence) {
        Set<String> places = new TreeSet<>();
        PLACE.matcher(sentence).results().map(MatchResult::group).forEach(places::add);
        return places;
    }

    @Test
    void hasThePlacesOfEachSentenceInItsWelsh() {
        // Given
        Catalogue welsh = Catalogue.welsh();

        // When // Then
        assertThat(welsh.all()).hasSizeGreaterThan(900).allSatisfy((english, said) -> {
            assertThat(places(said)).isEqualTo(places(english));
            assertThat(said).isNotBlank().isEqualTo(said.strip());
        });
    }

    @Test
    void refusesWhatNobodyTranslatedAndWhatStandsTwice() {
        // When // Then
        assertThatThrownBy(() -> Catalogue.of(List.of("msgid \"A ward.\"", "msgstr \"\"")))
                .hasMessage("not translated: A ward.");
        assertThatThrownBy(() -> Catalogue.of(List.of("msgid \"A\"", "msgstr \"B\"", "msgid \"A.\"", "msgstr \"C\"")))
                .hasMessage("twice in the catalogue: A.");
        assertThatThrownBy(() -> Catalogue.of(List.of("\"goes on\"")))
                .hasMessage("neither msgid, msgstr nor a comment: \"goes on\"");
    }
}
