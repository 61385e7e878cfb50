package heed.app.demo.prometheus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Grafana as it is installed: by its makers' package or archive, by its newer name or its older one.
 *
 * @param command what starts its server
 * @param home where it has what it serves
 */
public record GrafanaProgram(List<String> command, Path home) {

    private static final Path PACKAGED = Path.of("/usr/share/grafana");

    public GrafanaProgram {
        command = List.copyOf(command);
    }

    /** Finds it on a search path; nothing where it is not installed: the demo is whole without it. */
    public static Optional<GrafanaProgram> find(String searchPath) {
        Optional<List<String>> server =
                MonitoringPrograms.first(searchPath, "grafana").map(path -> List.of(path.toString(), "server"));
        return server.or(() ->
                        MonitoringPrograms.first(searchPath, "grafana-server").map(path -> List.of(path.toString())))
                .flatMap(command -> home(Path.of(command.get(0))).map(home -> new GrafanaProgram(command, home)));
    }

    /** An archive has its programs beside what they serve; a package has links to them. */
    private static Optional<Path> home(Path program) {
        try {
            Path beside = program.toRealPath().resolve("../..").normalize();
            return Stream.of(beside, PACKAGED)
                    .filter(each -> Files.isDirectory(each.resolve("public")))
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
