package heed.monitoring.site;

import static heed.monitoring.DropFixture.aDrop;
import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.Simulated;
import heed.monitoring.SimulatedLeague;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.print.PageSize;
import org.openqa.selenium.print.PrintOptions;

/** Prints pages as a reader's browser does, and reads what is on the paper. */
class PrintIT extends PageInBrowser {

    @BeforeEach
    void fillMore() {
        Simulated.drops(page.model);
        Simulated.weeks(page.model);
        Simulated.months(page.model);
        SimulatedLeague.fill(page.model, 10);
    }

    /** Returns the text of each sheet of A4. */
    private List<String> print(String path) throws IOException {
        visit(path);
        PrintOptions options = new PrintOptions();
        options.setPageSize(new PageSize(29.7, 21));
        byte[] pdf = Base64.getDecoder().decode(browser.print(options).getContent());
        List<String> sheets = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (int sheet = 1; sheet <= document.getNumberOfPages(); sheet++) {
                var text = new PDFTextStripper();
                text.setStartPage(sheet);
                text.setEndPage(sheet);
                sheets.add(text.getText(document).replaceAll("\\s+", " "));
            }
        }
        return sheets;
    }

    @Test
    void beginsADropOnTheFirstSheet() throws Exception {
        // When
        List<String> sheets = print(DROP);

        // Then
        assertThat(sheets.get(0))
                .contains("Involved in decisions fell from 91% to 78%", "Estimated: 78%", "usual range");
        assertThat(sheets).hasSizeLessThanOrEqualTo(3).noneMatch(String::isBlank);
    }

    @Test
    void putsAMonthsReportOnOneSheetWithItsAddressAndTheTime() throws Exception {
        // Given
        page.model.put(aDrop().id("0b5a3b5e-6f3f-5d0c-9d0a-333333333333")
                .at("SIM-A")
                .unit("WARD-1")
                .measure("experience-1.support")
                .between(Instant.parse("2026-02-02T08:00:00Z"), Instant.parse("2026-02-05T16:05:00Z"))
                .recovered(Instant.parse("2026-02-25T11:20:00Z"))
                .build());
        page.model.publish();

        // When
        List<String> sheets = print("/report/SIM-A?month=2026-02");

        // Then
        assertThat(sheets).hasSize(1);
        assertThat(sheets.get(0))
                .contains(
                        "Ashcombe General, February 2026",
                        "Special cause, concern: lower",
                        "WARD-1: Knew whom to contact fell from 91% to 78%",
                        page.address("/report/SIM-A?month=2026-02") + ", printed on ")
                .doesNotContain("Compare", "Before: January", "Skip to");
    }

    @Test
    void saysWithoutScriptsWhenThePageWasMade() throws Exception {
        // Given
        Browser.disableScripts(browser);
        browser.get(page.address("/report/SIM-A?month=2026-02"));

        // When
        Object line = browser.findElement(By.id("printed")).getDomProperty("textContent");

        // Then
        assertThat(String.valueOf(line)).matches("made on [0-9]{1,2} [A-Z][a-z]+ 20[0-9]{2}, [0-9]{2}:[0-9]{2}\\.");
    }
}
