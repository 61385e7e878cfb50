package heed.monitoring.site;

import static heed.monitoring.DropFixture.aDrop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import heed.monitoring.html.Parsed;
import heed.monitoring.page.Asked;
import heed.monitoring.page.help.HelpPage;
import heed.schemas.Drop;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingAgeTest {

    private final SaidPages pages = new SaidPages();

    @ParameterizedTest
    @CsvSource({
        "score, 1",
        "scores, 1",
        "answer, 2",
        "answered, 2",
        "flagged, 1",
        "rated, 2",
        "usual, 2",
        "hospital, 3",
        "table, 2",
        "places, 2",
        "people, 2",
        "a, 1"
    })
    void countsSyllables(String word, int syllables) {
        // When // Then
        assertThat(ReadingAge.syllables(word)).isEqualTo(syllables);
    }

    @Test
    void isWhatTheFormulaGives() {
        // When
        double age = ReadingAge.of(List.of("The cat sat on the mat. It was happy there."));

        // Then
        assertThat(age).isCloseTo(.39 * 10 / 2 + 11.8 * 11 / 10 - 15.59 + 5, within(1e-9));
    }

    @Test
    void isWhatTheHelpPageSaysOfTheWordsOfStaff() {
        // Given
        Parsed help = help();
        List<String> words = Stream.concat(Stream.of(help), staffPages())
                .flatMap(each -> sentences(each).stream())
                .toList();

        // When
        double age = ReadingAge.of(words);

        // Then
        assertThat(words).hasSizeGreaterThan(40);
        assertThat(help.text()).contains("from the age of " + Math.round(Math.ceil(age)) + " on");
    }

    private Parsed help() {
        return Asked.of(new HelpPage(), pages.model.snapshot(), "/help");
    }

    private Stream<Parsed> staffPages() {
        pages.report(86, 100, "H1", "H2");
        Drop open = aDrop().open();
        Parsed drop = pages.drop(open);
        return Stream.of(pages.overview(), pages.hospital(), drop);
    }

    private static List<String> sentences(Parsed page) {
        return page.without("details").without("[lang=cy]").without("table").texts("p, dd, li").stream()
                .filter(each -> each.endsWith("."))
                .toList();
    }
}
