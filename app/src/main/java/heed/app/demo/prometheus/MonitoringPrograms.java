package heed.app.demo.prometheus;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The programs of Prometheus and Alertmanager that are installed. Debian calls the second by another name than its
 * makers.
 */
public record MonitoringPrograms(Path prometheus, Path alertmanager) {

    /**
     * Finds both among the directories of a search path such as {@code /usr/local/bin:/usr/bin}.
     *
     * @throws MonitoringException where one is missing; its message says how to install it
     */
    public static MonitoringPrograms find(String searchPath) {
        Optional<Path> prometheus = first(searchPath, "prometheus");
        Optional<Path> alertmanager = first(searchPath, "prometheus-alertmanager", "alertmanager");
        List<String> packages = new ArrayList<>();
        if (prometheus.isEmpty()) {
            packages.add("prometheus");
        }
        if (alertmanager.isEmpty()) {
            packages.add("prometheus-alertmanager");
        }
        if (!packages.isEmpty()) {
            String missing = String.join(" ", packages);
            throw new MonitoringException("--with-prometheus needs programs that are not installed: " + missing
                    + ". Install them (Debian, Ubuntu: sudo apt-get install -y --no-install-recommends " + missing
                    + "), or leave the option out.");
        }
        return new MonitoringPrograms(prometheus.get(), alertmanager.get());
    }

    /** Returns the first program of a search path that has one of some names. */
    static Optional<Path> first(String searchPath, String... names) {
        return Arrays.stream(names)
                .flatMap(name -> Arrays.stream(searchPath.split(File.pathSeparator, -1))
                        .filter(directory -> !directory.isEmpty())
                        .map(directory -> Path.of(directory, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
