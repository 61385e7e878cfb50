package heed.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Holds a broker that runs in a process of its own. */
final class Broker implements AutoCloseable {

    private final Process process;
    private final String bootstrap;

    private Broker(Process process, String bootstrap) {
        this.process = process;
        this.bootstrap = bootstrap;
    }

    static Broker start(Path directory) {
        try {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx1g",
                            "-cp",
                            System.getProperty("java.class.path"),
                            BrokerProcess.class.getName(),
                            directory.toString())
                    .redirectError(Redirect.INHERIT)
                    .start();
            return new Broker(process, bootstrapOf(process));
        } catch (IOException e) {
            throw new UncheckedIOException("the broker's process did not start", e);
        }
    }

    private static String bootstrapOf(Process process) throws IOException {
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(BrokerProcess.READY)) {
                return line.substring(BrokerProcess.READY.length());
            }
        }
        throw new IOException("the broker's process ended before it was ready");
    }

    String bootstrap() {
        return bootstrap;
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            process.waitFor();
        } catch (IOException e) {
            process.destroy();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
        }
    }
}
