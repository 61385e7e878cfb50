package heed.monitoring.page.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.html.Html;
import heed.monitoring.html.Parsed;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MarkdownTest {

    private static Html written(String text) {
        return new Markdown(text, link -> Optional.of(link).filter("B.md"::equals)).write();
    }

    @Test
    void writesHeadingsParagraphsCommandsAndLists() {
        // When
        Parsed page = Parsed.of(
                written(
                        """
                # A title

                One **two** `three`.

                ```sh
                ./heed doctor | grep "a < b"
                ```

                ## What it needs, by `x.y`

                - first
                - second
                """));

        // Then
        assertThat(page.texts("h1")).containsExactly("A title");
        assertThat(page.attributes("h2", "id")).containsExactly("what-it-needs-by-xy");
        assertThat(page.texts("p")).containsExactly("One two three.");
        assertThat(page.texts("strong, p code")).containsExactly("two", "three");
        assertThat(page.texts("pre code")).containsExactly("./heed doctor | grep \"a < b\"");
        assertThat(page.texts("ul > li")).containsExactly("first", "second");
    }

    @Test
    void writesATableWhoseCellsSayWhatTheirColumnIs() {
        // When
        Parsed page = Parsed.of(
                written(
                        """
                | key | default |
                |---|---|
                | `page.port` | 8080 |
                """));

        // Then
        assertThat(page.texts("thead th")).containsExactly("key", "default");
        assertThat(page.texts("tbody td")).containsExactly("page.port", "8080");
        assertThat(page.attributes("tbody td", "data-label")).containsExactly("default");
    }

    @Test
    void leavesAWordOfALinkThatLeadsNowhere() {
        // When
        Parsed page = Parsed.of(written("See [one](A.md) and [two](B.md)."));

        // Then
        assertThat(page.texts("p")).containsExactly("See one and two.");
        assertThat(page.attributes("a", "href")).containsExactly("B.md");
    }

    @Test
    void takesMarkupForNoMarkup() {
        // When
        String page = written("<script>alert(1)</script>\n\nA <b>word</b> & [x](javascript:alert(1)) `<i>`")
                .toString();

        // Then
        assertThat(page).doesNotContain("<script", "<b>", "javascript:").contains("&amp;", "&lt;i&gt;");
    }
}
