package heed.app.command;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Prints a file of HTML to PDF by a browser that is installed: what a reader's own would print. */
final class HeadlessBrowser {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final int LONGEST_SECONDS = 60;

    private final Path program;

    private HeadlessBrowser(Path program) {
        this.program = program;
    }

    /**
     * Returns the one on the PATH.
     *
     * @throws IllegalStateException where there is none
     */
    static HeadlessBrowser found(Map<String, String> environment) {
        return Arrays.stream(environment.getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(directory -> !directory.isEmpty())
                .flatMap(directory -> NAMES.stream().map(name -> Path.of(directory, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .map(HeadlessBrowser::new)
                .orElseThrow(
                        () -> new IllegalStateException("PDF needs Chromium or Chrome on the PATH, and there is none"
                                + ". Write --out FILE.html, open it in a browser and print it."));
    }

    /** Writes the PDF of {@code html}, which holds all that it needs. */
    void print(String html, Path out) throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("heed-report");
        try {
            Path source = Files.writeString(directory.resolve("report.html"), html);
            Files.deleteIfExists(out);
            Process browser = new ProcessBuilder(command(directory, source, out))
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("browser.log").toFile())
                    .start();
            if (!browser.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                browser.destroyForcibly().waitFor();
            }
            if (!Files.exists(out)) {
                throw new IllegalStateException(
                        program + " printed nothing. Write --out FILE.html, open it in a browser and print it.");
            }
        } finally {
            delete(directory);
        }
    }

    private List<String> command(Path directory, Path source, Path out) {
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "--headless",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--no-pdf-header-footer",
                "--user-data-dir=" + directory.resolve("profile"),
                "--print-to-pdf=" + out.toAbsolutePath()));
        if (System.getProperty("user.name", "").equals("root")) {
            // It does not start as root otherwise; what it opens is a file of ours without a script.
            command.add("--no-sandbox");
        }
        command.add(source.toUri().toString());
        return command;
    }

    private static void delete(Path directory) {
        try (Stream<Path> all = Files.walk(directory)) {
            all.sorted(Comparator.reverseOrder()).forEach(HeadlessBrowser::deleteOne);
        } catch (IOException | UncheckedIOException e) {
            // A browser that is still ending writes there: the system's temporary directory is emptied by itself.
            directory.toFile().deleteOnExit();
        }
    }

    private static void deleteOne(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
