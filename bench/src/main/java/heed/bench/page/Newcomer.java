package heed.bench.page;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Adds accounts and keys to a program by its commands, and signs somebody in as a browser does. */
final class Newcomer {

    private static final String NAME = "bench";
    private static final String PASSWORD = "quiet river stones";
    private static final Pattern SHOWN_ONCE = Pattern.compile("only now: (\\S+)");
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Path launcher;
    private final Path data;
    private final HttpClient http = HttpClient.newHttpClient();

    Newcomer(Path launcher, Path data) {
        this.launcher = launcher;
        this.data = data;
    }

    /** Returns a key for one purpose, at all hospitals. */
    String key(String purpose) throws IOException, InterruptedException {
        return shownOnce(
                "keys", "add", NAME + "-" + purpose, "--for", purpose, "--everywhere", "--per-minute", "100000");
    }

    /** Adds somebody who sees all hospitals, signs them in and returns their cookie. */
    String cookie(URI page) throws IOException, InterruptedException {
        String first = shownOnce("users", "add", NAME, "--called", "Bench", "--role", "national");
        String given = signedIn(page, first);
        String seal = find("name=\"seal\" value=\"([0-9a-f]+)\"", get(page.resolve("/account"), given));
        return cookie(post(
                page.resolve("/account"),
                given,
                Map.of("seal", seal, "old", first, "new", PASSWORD, "again", PASSWORD)));
    }

    /** The instance reads a moment later that somebody was added. */
    private String signedIn(URI page, String password) throws IOException, InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        HttpResponse<String> answer = post(page.resolve("/sign-in"), "", Map.of("name", NAME, "password", password));
        while (answer.statusCode() != 303 && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(500);
            answer = post(page.resolve("/sign-in"), "", Map.of("name", NAME, "password", password));
        }
        return cookie(answer);
    }

    private String shownOnce(String... words) throws IOException, InterruptedException {
        Process command = new ProcessBuilder(Stream.of(
                                List.of(launcher.toAbsolutePath().toString()),
                                List.of(words),
                                List.of("--data", data.toString()))
                        .flatMap(List::stream)
                        .toList())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(command.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        command.waitFor();
        return find(SHOWN_ONCE.pattern(), said);
    }

    private String get(URI address, String cookie) throws IOException, InterruptedException {
        return http.send(
                        HttpRequest.newBuilder(address).header("Cookie", cookie).build(), BodyHandlers.ofString())
                .body();
    }

    private HttpResponse<String> post(URI address, String cookie, Map<String, String> fields)
            throws IOException, InterruptedException {
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", address.getScheme() + "://" + address.getAuthority())
                .header("Cookie", cookie)
                .POST(BodyPublishers.ofString(form))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private static String cookie(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Set-Cookie")
                .map(text -> text.substring(0, text.indexOf(';')))
                .orElseThrow(() -> new IllegalStateException("nobody is let in: " + answer.statusCode()));
    }

    private static String find(String pattern, String text) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        if (!found.find()) {
            throw new IllegalStateException("no " + pattern + " in what the program said");
        }
        return found.group(1);
    }
}
