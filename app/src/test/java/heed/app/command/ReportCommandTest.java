package heed.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.Simulated;
import heed.monitoring.site.PageFixture;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {

    private final PageFixture page = new PageFixture(1);
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path directory;

    @BeforeEach
    void fill() {
        Simulated.scores(page.model);
        Simulated.months(page.model);
    }

    @AfterEach
    void close() {
        page.close();
    }

    private int run(String... arguments) {
        return run(Map.of(), arguments);
    }

    private int run(Map<String, String> environment, String... arguments) {
        var context = new CommandContext(
                environment,
                Optional.empty(),
                Clock.systemUTC(),
                HttpClient::newHttpClient,
                new PrintWriter(out, true),
                new PrintWriter(err, true));
        List<String> all = new ArrayList<>(List.of("report"));
        all.addAll(List.of(arguments));
        return HeedCommand.commandLine(context).execute(all.toArray(String[]::new));
    }

    private String address() {
        return page.address("");
    }

    @Test
    void writesOneFileThatNeedsNothingBesideIt() throws Exception {
        // Given
        Path file = directory.resolve("report.html");

        // When
        int code = run("--page", address(), "--hospital", "SIM-A", "--month", "2026-02", "--out", file.toString());
        String html = Files.readString(file);

        // Then
        assertThat(code).isZero();
        assertThat(err.toString()).isEqualTo("written: " + file + System.lineSeparator());
        assertThat(html)
                .contains(
                        "<h1>Ashcombe General, February 2026",
                        "@page { size: A4",
                        "href=\"" + address() + "/hospitals/SIM-A",
                        address() + "/report/SIM-A?month=2026-02, ",
                        "made on ")
                .doesNotContain("<script", "href=\"/", "/assets/");
    }

    @Test
    void printsTheNewestClosedMonthUnlessToldOtherwise() {
        // When
        int code = run("--page", address(), "--hospital", "SIM-A");

        // Then
        assertThat(code).isZero();
        assertThat(out.toString()).startsWith("<!doctype html>").contains("<h1>Ashcombe General, December 2025");
    }

    @Test
    void saysWhatIsWrong() {
        // When
        List<Integer> codes = List.of(
                run("--page", address(), "--hospital", "H9"),
                run("--page", address(), "--hospital", "SIM-A", "--month", "2026-04"),
                run("--page", address(), "--hospital", "SIM-A", "--out", "report.docx"),
                run("--page", "http://127.0.0.1:1", "--hospital", "SIM-A"),
                run(
                        Map.of("PATH", directory.toString()),
                        "--page",
                        address(),
                        "--hospital",
                        "SIM-A",
                        "--out",
                        directory.resolve("report.pdf").toString()),
                run("--data", directory.toString(), "--hospital", "SIM-A"));

        // Then
        assertThat(codes).containsOnly(1);
        assertThat(err.toString().lines())
                .containsExactly(
                        "heed: the page at " + address()
                                + " has heard of no hospital H9. Codes are those that responses are sent with.",
                        "heed: April 2026 has not begun. The newest month is March 2026: 2026-03.",
                        "heed: --out has to end in .html or .pdf, was report.docx",
                        "heed: no page answers at http://127.0.0.1:1/report/SIM-A. Look whether Heed runs, or say"
                                + " --page URL.",
                        "heed: PDF needs Chromium or Chrome on the PATH, and there is none. Write --out FILE.html, open"
                                + " it in a browser and print it.",
                        "heed: no Heed runs on the data directory " + directory
                                + ". Start one with `heed up`, say --data DIR for another directory, or --page URL for"
                                + " a Heed elsewhere.");
    }

    @Test
    void printsPdfByTheBrowserThatIsThere() throws Exception {
        // Given
        Path file = directory.resolve("report.pdf");

        // When
        int code = run(System.getenv(), "--page", address(), "--hospital", "SIM-A", "--out", file.toString());

        // Then
        assertThat(err.toString()).isEqualTo("written: " + file + System.lineSeparator());
        assertThat(code).isZero();
        assertThat(new String(Files.readAllBytes(file), 0, 5, StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
    }
}
