package heed.app.server.embedded;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The registry's JVM: small, quick to start, and gone when this process is gone.
 *
 * <p>All it prints goes to a bounded log file. It has a process of its own because its libraries and ours do not go
 * together on one class path.
 */
final class RegistryProcess implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RegistryProcess.class);
    /** One option more for the process's Java: the launcher knows where the archive of its classes is. */
    private static final String OPTION = "heed.registry.option";

    private static final long LOG_LIMIT = 1_000_000;
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(4);

    private final Process process;
    private final BoundedLog log;
    private final CompletableFuture<Integer> port = new CompletableFuture<>();

    private RegistryProcess(Process process, BoundedLog log) {
        this.process = process;
        this.log = log;
    }

    /** Starts the process on a port, 0 for any; it is not ready yet. Whoever has the key sets its rules. */
    static RegistryProcess start(Path home, RegistryDirectory directory, int port, String key) {
        List<String> command = command(RegistryHome.mainJar(home.toAbsolutePath()), directory, port);
        BoundedLog log = log(directory);
        try {
            Process process = new ProcessBuilder(command)
                    .directory(directory.path().toFile())
                    .redirectErrorStream(true)
                    .start();
            RegistryProcess started = new RegistryProcess(process, log);
            Thread reader = new Thread(started::readOutput, "registry-output");
            reader.setDaemon(true);
            reader.start();
            started.tell(key);
            return started;
        } catch (IOException e) {
            log.close();
            throw new ServerStartException(
                    "The schema registry's process could not be started (" + e + "). Is " + command.get(0)
                            + " a working Java?",
                    e);
        }
    }

    /** Opens the log before there is a process: one that cannot be logged is not left behind. */
    private static BoundedLog log(RegistryDirectory directory) {
        try {
            return new BoundedLog(directory.log(), LOG_LIMIT);
        } catch (IOException e) {
            throw new ServerStartException(
                    "The schema registry's log " + directory.log() + " can't be written (" + e + ").", e);
        }
    }

    private static List<String> command(Path jar, RegistryDirectory directory, int port) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        Optional.ofNullable(System.getProperty(OPTION)).ifPresent(command::add);
        command.addAll(List.of(
                "-Xmx256m",
                // It keeps some 28 MB; what is thrown away needs no more room than this.
                "-Xms36m",
                "-Xmn8m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                // Which classes an archive of them does without is nothing for its log.
                "-Xlog:cds*=off",
                "-Xlog:class+path=off",
                "-Duser.language=en",
                "-Djava.io.tmpdir=" + directory.temporary(),
                "-Dapicurio.import.work-dir=" + directory.temporary(),
                "-Dapicurio.datasource.url=" + directory.databaseUrl(),
                "-Dapicurio.datasource.jdbc.initial-size=1",
                "-Dapicurio.datasource.jdbc.min-size=1",
                "-Dapicurio.datasource.jdbc.max-size=10",
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + port,
                "-Dquarkus.http.cors=false",
                "-Dquarkus.http.access-log.enabled=false",
                "-Dquarkus.banner.enabled=false",
                "-cp",
                jar + File.pathSeparator + directory.classes(),
                RegistryChild.class.getName()));
        return command;
    }

    private void tell(String key) throws IOException {
        process.getOutputStream().write((key + "\n").getBytes(StandardCharsets.US_ASCII));
        process.getOutputStream().flush();
    }

    private void readOutput() {
        try (log;
                BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(RegistryChild.PORT_LINE)) {
                    port.complete(Integer.valueOf(line.substring(RegistryChild.PORT_LINE.length())));
                } else {
                    log.append(line);
                }
            }
        } catch (IOException e) {
            LOG.warn("Output of the schema registry could not be read reason={}", e.toString());
        }
    }

    /** Returns the port once the process has bound one. */
    CompletableFuture<Integer> port() {
        return port;
    }

    /** Waits as long as told, less if the process ends, and returns whether it lives. */
    boolean livesAfter(Duration wait) throws InterruptedException {
        return !process.waitFor(wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    List<String> lastLines() {
        return log.lastLines();
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** Asks the process to end by closing its input, and ends it where it does not in time. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (livesAfter(CLOSE_LIMIT)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
