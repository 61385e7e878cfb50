package heed.monitoring.page;

import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.Simulated;
import heed.monitoring.html.Html;
import heed.monitoring.html.Parsed;
import heed.monitoring.language.Spoken;
import heed.monitoring.page.league.ComparePages;
import heed.monitoring.view.pipeline.LiveStatus;
import heed.schemas.Audience;
import heed.schemas.access.Right;
import heed.schemas.disclosure.Disclosure;
import heed.schemas.disclosure.Minimums;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LayoutTest {

    private final ComparePages pages = new ComparePages();

    private Parsed live(Layout.Section section, Set<Right> rights) {
        var status = new LiveStatus(LiveStatus.Kind.LIVE, "Live", "", "");
        var content = new Layout.Content(section, "x", Html.NOTHING);
        PageReader reader = PageReader.unnamed(rights::contains);
        return Parsed.page(new Layout(pages.names, "", Simulated.STAFF)
                        .page(content, pages.model.snapshot(), status, reader, Optional.empty(), Spoken.english()))
                .one("#live");
    }

    @Test
    void hasNobodyAskForEventsWhoIsDeniedThem() {
        // Given
        Set<Right> administrator = Set.of(Right.ADMINISTRATION);

        // When // Then
        assertThat(live(Layout.Section.OVERVIEW, Set.of(Right.FIGURES)).attribute("data-news"))
                .isEqualTo("events");
        assertThat(live(Layout.Section.PIPELINE, Set.of(Right.PIPELINE)).attribute("data-news"))
                .isEqualTo("events");
        assertThat(live(Layout.Section.ADMINISTRATION, administrator).attribute("data-news"))
                .isEqualTo("page");
        assertThat(live(Layout.Section.OVERVIEW, administrator).attribute("data-news"))
                .isEmpty();
    }

    private Parsed footer(Disclosure disclosure) {
        var status = new LiveStatus(LiveStatus.Kind.LIVE, "Live", "", "");
        var content = new Layout.Content(Layout.Section.COMPARE, "x", Html.NOTHING);
        return Parsed.page(new Layout(pages.names, "", disclosure)
                        .page(
                                content,
                                pages.model.snapshot(),
                                status,
                                PageReader.unnamed(right -> true),
                                Optional.empty(),
                                Spoken.english()))
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
