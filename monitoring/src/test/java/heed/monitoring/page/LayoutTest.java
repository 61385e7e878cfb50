package heed.monitoring.page;

import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.Simulated;
import heed.monitoring.html.Html;
import heed.monitoring.html.Parsed;
import heed.monitoring.page.league.ComparePages;
import heed.monitoring.view.pipeline.LiveStatus;
import heed.schemas.Audience;
import heed.schemas.disclosure.Disclosure;
import heed.schemas.disclosure.Minimums;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LayoutTest {

    private final ComparePages pages = new ComparePages();

    private Parsed footer(Disclosure disclosure) {
        var status = new LiveStatus(LiveStatus.Kind.LIVE, "Live", "", "");
        var content = new Layout.Content(Layout.Section.COMPARE, "x", Html.NOTHING);
        return Parsed.page(new Layout(pages.names, "", disclosure)
                        .page(
                                content,
                                pages.model.snapshot(),
                                status,
                                PageReader.unnamed(right -> true),
                                Optional.empty()))
                .one("footer");
    }

    @Test
    void saysAtTheFootWhoIsShownWhat() {
        // Given
        Disclosure everybody = Disclosure.to(Audience.PUBLISHED, new Minimums(10, 21));

        // When
        Parsed staff = footer(Simulated.STAFF);
        Parsed all = footer(everybody);

        // Then
        assertThat(staff.text()).contains("For staff: scores on fewer than 10 answers are not shown.");
        assertThat(all.text())
                .contains(
                        "For everybody: scores on fewer than 21 answers are not shown, nor are wards and services, nor days: whole"
                                + " months are, once they are closed.");
    }
}
