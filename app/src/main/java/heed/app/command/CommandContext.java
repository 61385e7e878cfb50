package heed.app.command;

import heed.app.access.NotedAct;
import java.io.PrintWriter;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Holds what a command gets from outside: environment, clock, network, output.
 *
 * @param http makes the client of whoever asks: a command that asks nobody starts sooner without it
 * @param home directory of the launcher, where the settings file lies; empty where the program was started without it
 */
record CommandContext(
        Map<String, String> environment,
        Optional<Path> home,
        Clock clock,
        Supplier<HttpClient> http,
        PrintWriter out,
        PrintWriter err) {

    private static final String SETTINGS_FILE = "heed.yaml";
    private static final String CONFIG_VARIABLE = "HEED_CONFIG";
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);

    static CommandContext real() {
        return new CommandContext(
                System.getenv(),
                Optional.ofNullable(System.getProperty("heed.home")).map(Path::of),
                Clock.systemUTC(),
                () -> HttpClient.newBuilder().connectTimeout(CONNECT_WITHIN).build(),
                new PrintWriter(System.out, true, java.nio.charset.StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, java.nio.charset.StandardCharsets.UTF_8));
    }

    /** Returns whom the machine knows whoever runs the command by. */
    String user() {
        return System.getProperty("user.name", "unknown");
    }

    /** Returns what notes where {@code audit} does, and says so where that takes long. */
    NotedAct.Notes slowly(NotedAct.Notes audit) {
        return new SlowNotes(audit, PATIENCE, err::println);
    }

    /** Returns the settings file: the one in HEED_CONFIG, or heed.yaml here, or heed.yaml beside the launcher. */
    Optional<Path> settingsFile() {
        if (environment.containsKey(CONFIG_VARIABLE)) {
            return Optional.of(Path.of(environment.get(CONFIG_VARIABLE)));
        }
        Path here = Path.of(SETTINGS_FILE);
        return Files.exists(here)
                ? Optional.of(here)
                : home.map(directory -> directory.resolve(SETTINGS_FILE)).filter(Files::exists);
    }
}
