package heed.monitoring.html;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.el;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void aCellOfACardSaysWhatItsColumnIsWhereEachColumnHasOne() {
        // Given
        Table table = new Table().column("Hospital").figures("Score").column("Last answer & place");

        // When
        Parsed cards = Parsed.of(table.write(
                "all",
                List.of(
                        List.of(el("th", "A"), el("td", el("b", "90%")), el("td", "now")),
                        List.of(el("th", "B"), el("td", attr("colspan", 2), "too few")),
                        List.of(el("td", "1"), el("th", attr("scope", "row"), "C"), el("td", "then")))));

        // Then
        assertThat(cards.attributes("td", "data-label"))
                .containsExactly("Score", "Last answer & place", "Hospital", "Last answer & place");
        assertThat(cards.texts("td[data-label] b")).containsExactly("90%");
        assertThat(cards.texts("td[colspan]")).containsExactly("too few");
        assertThat(cards.texts("tbody th")).containsExactly("A", "B", "C");
    }
}
