package heed.monitoring.page.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.Simulated;
import heed.monitoring.html.Parsed;
import heed.monitoring.page.Asked;
import heed.monitoring.page.Page;
import heed.monitoring.page.PageReader;
import heed.monitoring.readmodel.ReadModel;
import heed.schemas.access.Right;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ManualPageTest {

    private static final Path FILES = Path.of("runbooks");

    private final ReadModel model = new ReadModel(Clock.systemUTC(), Simulated.STAFF);

    private Parsed page(String address) {
        return page(address, PageReader.unnamed(right -> true));
    }

    private Parsed page(String address, PageReader reader) {
        return Asked.of(pageAt(address), model.snapshot(), address, reader);
    }

    private static Page pageAt(String address) {
        return ManualPage.all().stream()
                .filter(each -> address.matches(each.path().replaceAll("\\{[a-z]+}", "[^/]+")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no page is at " + address));
    }

    private static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(FILES)) {
            return files.map(file -> file.getFileName().toString().replace(".md", ""))
                    .filter(name -> !name.equals(Folder.INDEX))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void listsEveryRunbookOnce() throws IOException {
        // When
        List<String> listed = page("/runbooks").attributes("li a", "href");

        // Then
        assertThat(listed)
                .containsExactlyInAnyOrderElementsOf(
                        names().stream().map(name -> "/runbooks/" + name).toList());
    }

    @Test
    void everyRunbookBeginsWithWhatToLookAtAndEndsWithWhomToAsk() throws IOException {
        // When
        List<String> names = names();

        // Then
        assertThat(names).isNotEmpty().allSatisfy(name -> {
            Parsed page = page("/runbooks/" + name);
            assertThat(page.texts("article > h1")).containsExactly(name);
            assertThat(page.texts("article > h2")).containsExactly("Look", "What it means", "Mend", "Ask");
            assertThat(page.one("#look + p").text()).containsAnyOf("/pipeline", "/drops", "Grafana");
            assertThat(page.count("#look ~ pre")).isPositive();
            assertThat(page.one("article > :last-child").text())
                    .matches("(Nobody at night\\. )?The (people who|hospital's patient-experience lead).*")
                    .containsAnyOf("at once", "today", "within the", "the next working day");
            assertThat(page.texts("#ask ~ *")).hasSize(1);
        });
    }

    @Test
    void everyLinkOfARunbookLeadsToAPageAndAPlaceOnIt() throws IOException {
        // When
        var links = new TreeSet<String>();
        for (String name : names()) {
            links.addAll(page("/runbooks/" + name).attributes("article a", "href"));
        }

        // Then
        assertThat(links)
                .contains("/pipeline", "/drops", "/runbooks/HeedLagGrowing", "/documents/operate#what-it-needs");
        links.removeAll(List.of("/pipeline", "/drops"));
        assertThat(links).allSatisfy(link -> {
            String[] parts = link.split("#", 2);
            Parsed page = page(parts[0]);
            assertThat(parts.length == 1 || page.count("[id=" + parts[1] + "]") == 1)
                    .as(link)
                    .isTrue();
        });
    }

    @Test
    void everyLinkInTheFilesOfRunbooksIsOneOnTheirPages() throws IOException {
        // When
        List<String> dead = new ArrayList<>();
        for (String name : names()) {
            long written = Files.readString(FILES.resolve(name + ".md")).split("\\]\\(", -1).length - 1L;
            long shown = page("/runbooks/" + name).attributes("article a", "href").stream()
                    .filter(link -> !link.equals("/pipeline") && !link.equals("/drops"))
                    .count();
            if (written != shown) {
                dead.add(name);
            }
        }

        // Then
        assertThat(dead)
                .as("each document that a runbook links to is packed by monitoring/pom.xml")
                .isEmpty();
    }

    @Test
    void namesPagesWithoutALinkToThoseWhoMayNotSeeThem() {
        // When
        Parsed lead = page("/runbooks/HeedHospitalSilent", PageReader.unnamed(right -> right == Right.FIGURES));

        // Then
        assertThat(lead.one("#look + p").text()).contains("/pipeline");
        assertThat(lead.attributes("a", "href")).doesNotContain("/pipeline");
    }

    @Test
    void isNowhereElse() {
        // Given
        List<Page> pages = ManualPage.all();

        // When // Then
        for (String name : List.of("HeedNothing", "../runbooks/HeedDropOpen", "..%2Fsettings", "", "HeedDropOpen.md")) {
            assertThat(Folder.RUNBOOKS.text(name)).as(name).isEmpty();
        }
        assertThat(pages)
                .extracting(Page::path)
                .containsExactly("/runbooks", "/runbooks/{runbook}", "/documents/{document}");
    }
}
