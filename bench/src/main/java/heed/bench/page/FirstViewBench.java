package heed.bench.page;

import heed.app.server.embedded.TemporaryDirectory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Measures how many bytes the first view of each page is, with what it links to in its head, and how long it takes from
 * the request to the last byte. A browser's own time for drawing is not in it.
 */
@Command(name = "first-view-bench", mixinStandardHelpOptions = true, sortOptions = false)
public final class FirstViewBench implements Callable<Integer> {

    private static final List<String> PAGES = List.of(
            "", "hospitals/H007", "hospitals/H007/wards/WARD-3", "drops", "league", "report/H007", "pipeline", "help");
    private static final Pattern LINKED =
            Pattern.compile("<(?:link rel=\"stylesheet\" href|script[^>]* src)=\"/([^\"]+)\"");

    @Option(names = "--heed", defaultValue = "./heed", description = "the launcher (${DEFAULT-VALUE})")
    private Path launcher;

    @Mixin
    private PageInput input;

    @Option(names = "--views", defaultValue = "21", description = "views of each page (${DEFAULT-VALUE})")
    private int views;

    private final HttpClient http = HttpClient.newHttpClient();

    /** Runs the benchmark. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new FirstViewBench()).execute(args));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (TemporaryDirectory data = new TemporaryDirectory("heed-bench-");
                RunningProgram program = RunningProgram.start(launcher, data.path())) {
            input.fill(program);
            System.out.printf(
                    "%-30s %10s %10s %10s %10s%n", "page", "bytes sent", "unpacked", "first, ms", "median, ms");
            for (String page : PAGES) {
                measure(program.page(), page);
            }
            return 0;
        }
    }

    private void measure(URI base, String page) throws IOException, InterruptedException {
        double[] times = new double[views];
        View first = view(base.resolve(page));
        times[0] = first.ms;
        for (int i = 1; i < views; i++) {
            times[i] = view(base.resolve(page)).ms;
        }
        long sent = first.sent;
        long unpacked = first.text.length;
        List<String> linked = LINKED.matcher(new String(first.text, StandardCharsets.UTF_8))
                .results()
                .map(link -> link.group(1))
                .toList();
        if (linked.size() < 2) {
            throw new IllegalStateException("/" + page + " links to no style sheet, or to no script: " + linked);
        }
        for (String each : linked) {
            View asset = view(base.resolve(each));
            sent += asset.sent;
            unpacked += asset.text.length;
        }
        Arrays.sort(times);
        System.out.printf("/%-29s %,10d %,10d %10.0f %10.0f%n", page, sent, unpacked, first.ms, times[views / 2]);
    }

    private View view(URI address) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Accept-Encoding", "gzip")
                .build();
        long begin = System.nanoTime();
        HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
        double ms = (System.nanoTime() - begin) / 1e6;
        if (response.statusCode() != 200) {
            throw new IllegalStateException(address + " answered " + response.statusCode());
        }
        boolean packed = response.headers().firstValue("Content-Encoding").equals(Optional.of("gzip"));
        byte[] body = response.body();
        return new View(ms, body.length, packed ? unpacked(body) : body);
    }

    private static byte[] unpacked(byte[] body) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return in.readAllBytes();
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record View(double ms, long sent, byte[] text) {}
}
