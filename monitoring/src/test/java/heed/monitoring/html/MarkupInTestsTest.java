package heed.monitoring.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds tests of pages to what these say: one that compares markup breaks with every attribute that is added. */
class MarkupInTestsTest {

    private static final Path TESTS = Path.of("src/test/java");
    private static final Pattern STATEMENT = Pattern.compile("assertThat\\(.*?;\\n", Pattern.DOTALL);
    private static final Pattern LITERAL = Pattern.compile("\"(?:[^\"\\\\\\n]|\\\\.)*\"");
    private static final Pattern MARKUP =
            Pattern.compile("</[a-z]|<[a-z0-9]+ [a-z-]+=|\\b(class|id|href|value|role|aria-[a-z]+|data-[a-z]+)=\\\\\"");

    /** Returns the literals of assertions that are spelt as markup. */
    private static List<String> markup(String source) {
        return STATEMENT
                .matcher(source)
                .results()
                .flatMap(statement -> LITERAL.matcher(statement.group()).results())
                .map(literal -> literal.group())
                .filter(literal -> MARKUP.matcher(literal).find())
                .toList();
    }

    @Test
    void noTestComparesMarkup() throws IOException {
        // When
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(TESTS)) {
            for (Path file : files.filter(each -> each.toString().endsWith("T.java")
                            || each.toString().endsWith("Test.java"))
                    .filter(each -> !each.endsWith("MarkupInTestsTest.java"))
                    .toList()) {
                markup(Files.readString(file)).forEach(literal -> found.add(file.getFileName() + ": " + literal));
            }
        }

        // Then
        assertThat(found).isEmpty();
    }

    @Test
    void knowsMarkupFromWordsAndFromWhatOtherFormatsQuote() {
        // When
        List<String> found = markup(
                """
                assertThat(page).contains("<b>13%</b>").contains("class=\\"n\\"");
                assertThat(page.texts("h1")).contains("Saint <b>, WARD-1");
                assertThat(series).contains("heed_drops_open{hospital=\\"SIM-A\\"} 1.0");
                """);

        // Then
        assertThat(found).hasSize(2);
    }
}
