package heed.monitoring.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import heed.monitoring.Simulated;
import heed.monitoring.SimulatedLeague;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;

/** Saves charts from a real browser, and opens what was saved. */
class SavedChartIT extends PageInBrowser {

    /** The colour of scores on a light page, opaque. */
    private static final int BLUE = 0xff0059b2;

    @TempDir
    private Path saved;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/hospitals/SIM-A",
                "/hospitals/SIM-A/spc",
                "/hospitals/SIM-A/drop",
                "/league/experience-1.involvement"
            })
    void aDrawingStandsByItselfWithItsWordsAndWhereItComesFrom(String path) throws Exception {
        // Given
        open(path);
        String words =
                String.valueOf(browser.findElement(By.cssSelector("svg.chart")).getDomAttribute("aria-label"));

        // When
        click(By.id("save-svg-0"));
        Document drawing = Jsoup.parse(Files.readString(file(".svg")), "", Parser.xmlParser());

        // Then
        assertThat(drawing.select("svg > title").text()).isEqualTo(text("h1") + ". " + words);
        assertThat(String.join(" ", drawing.child(0).select("> text").eachText()))
                .startsWith(text("h1") + " " + words + " Simulated figures. Heed, " + page.address(path) + ", saved ");
        assertThat(drawing.select("[class], [href], [style], script")).isEmpty();
        assertThat(drawing.select("svg svg *")).isNotEmpty().allSatisfy(part -> {
            assertThat(part.attr("stroke")).isNotEmpty();
            assertThat(part.attr("fill")).isNotEmpty();
        });
    }

    @Test
    void aPictureIsTwiceAsSharpAndShowsTheLineInItsColour() throws Exception {
        // Given
        open("/hospitals/SIM-A");

        // When
        click(By.id("save-png-0"));
        BufferedImage picture = ImageIO.read(file(".png").toFile());
        Browser.picture(browser, "hospital-chart-saved");

        // Then
        assertThat(picture.getWidth()).isEqualTo(2 * (720 + 2 * 24));
        assertThat(pixels(picture).filter(colour -> colour == BLUE).count()).isGreaterThan(500);
    }

    private void open(String path) {
        browser.executeCdpCommand(
                "Browser.setDownloadBehavior", Map.of("behavior", "allow", "downloadPath", saved.toString()));
        Simulated.drops(page.model);
        Simulated.months(page.model);
        SimulatedLeague.fill(page.model, 10);
        visit(path);
    }

    private Path file(String ending) {
        return await().ignoreExceptions()
                .until(
                        () -> {
                            try (Stream<Path> files = Files.list(saved)) {
                                return files.filter(each -> each.toString().endsWith(ending))
                                        .findFirst()
                                        .orElseThrow();
                            }
                        },
                        each -> true);
    }

    private static IntStream pixels(BufferedImage picture) {
        return IntStream.of(picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth()));
    }
}
