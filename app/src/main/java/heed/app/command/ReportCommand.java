package heed.app.command;

import heed.app.server.instance.InstanceFile;
import heed.app.server.instance.RunningInstance;
import heed.app.settings.Settings;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes a hospital's month, as the running Heed's page has it, to one file. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "Writes a hospital's month on one page, for a board, as HTML or PDF.",
        footer = {
            "",
            "Examples:",
            "  heed report --hospital RR8 > report.html                     the newest closed month",
            "  heed report --hospital RR8 --month 2026-10 --out report.pdf",
            "",
            "Needs a Heed that runs on the data directory, or --page for one elsewhere, whose page asks nobody who they are.",
            "PDF needs Chromium or Chrome on the PATH."
        })
final class ReportCommand implements Callable<Integer> {

    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final Pattern LEAD = Pattern.compile("<p class=\"lead\">([^<]*)</p>");
    private static final String PDF = ".pdf";
    private static final String HTML = ".html";

    private final CommandContext context;

    @Mixin
    private SettingsOptions options;

    @Option(names = "--hospital", paramLabel = "CODE", required = true, description = "The hospital's code.")
    private String hospital;

    @Option(names = "--month", paramLabel = "YYYY-MM", description = "The month; default: the newest closed one.")
    private @Nullable String month;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where to write it: a file that ends in .html or .pdf; default: HTML to standard output.")
    private @Nullable Path out;

    @Option(
            names = "--page",
            paramLabel = "URL",
            description =
                    "Address of the page, such as http://127.0.0.1:8080; default: that of the Heed that runs here.")
    private @Nullable URI page;

    ReportCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        String name = out == null ? HTML : out.toString().toLowerCase(Locale.ROOT);
        if (!name.endsWith(HTML) && !name.endsWith(PDF)) {
            throw new IllegalStateException("--out has to end in .html or .pdf, was " + out);
        }
        URI base = page == null ? running(options.read(context)) : page;
        Optional<HeadlessBrowser> browser =
                name.endsWith(PDF) ? Optional.of(HeadlessBrowser.found(context.environment())) : Optional.empty();
        String html = StandaloneReport.of(
                fetch(base), get(base.resolve("/assets/heed.css")).body(), base);
        if (out == null) {
            context.out().print(html);
            context.out().flush();
            return 0;
        }
        if (browser.isPresent()) {
            browser.get().print(html, out);
        } else {
            Files.writeString(out, html);
        }
        context.err().println("written: " + out);
        return 0;
    }

    private static URI running(Settings settings) {
        return new InstanceFile(settings.data())
                .running()
                .map(RunningInstance::page)
                .orElseThrow(() -> new IllegalStateException("no Heed runs on the data directory " + settings.data()
                        + ". Start one with `heed up`, say --data DIR for another directory, or --page URL for a Heed"
                        + " elsewhere."));
    }

    private String fetch(URI base) throws IOException, InterruptedException {
        String path = "/report/" + encoded(hospital) + (month == null ? "" : "?month=" + encoded(month));
        HttpResponse<String> answer = get(base.resolve(path));
        int status = answer.statusCode();
        if (status == 200) {
            return answer.body();
        }
        if (status == 400) {
            Matcher sentence = LEAD.matcher(answer.body());
            throw new IllegalStateException(
                    sentence.find() ? sentence.group(1) : "the page does not take --month " + month);
        }
        if (status == 404) {
            throw new IllegalStateException("the page at " + base + " has heard of no hospital " + hospital
                    + ". Codes are those that responses are sent with.");
        }
        if (status == 401 || status / 100 == 3) {
            throw new IllegalStateException("the page at " + base
                    + " asks who reads. Sign in there with a browser, open " + base.resolve(path) + " and print it.");
        }
        throw new IllegalStateException("the page at " + base + " answered " + status + ". `heed doctor` says more.");
    }

    private HttpResponse<String> get(URI address) throws InterruptedException {
        try {
            return context.http()
                    .get()
                    .send(
                            HttpRequest.newBuilder(address).timeout(LONGEST).build(),
                            HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "no page answers at " + address + ". Look whether Heed runs, or say --page URL.", e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
