package heed.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The doctor before a machine on which nothing is right. */
class DoctorIT {

    @TempDir
    Path data;

    @Test
    void saysWhatIsWrongAndWhatToDo() throws Exception {
        // Given
        var out = new StringWriter();
        Path file = Files.writeString(data.resolve("file"), "in the way");
        String nowhere = "127.0.0.1:" + freePort();
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());

            // When
            int code = HeedCommand.commandLine(new CommandContext(
                            Map.of("HEED_PAGE_PORT", port),
                            Optional.empty(),
                            Clock.systemUTC(),
                            HttpClient::newHttpClient,
                            new PrintWriter(out, true),
                            new PrintWriter(out, true)))
                    .execute(
                            "doctor",
                            "--data",
                            file.toString(),
                            "--bootstrap",
                            nowhere,
                            "--registry",
                            "http://" + nowhere);

            // Then
            assertThat(code).isEqualTo(1);
            assertThat(out.toString())
                    .startsWith("ok       no Heed runs on the data directory " + file
                            + ", and none answers at http://127.0.0.1:" + port + "/: all that follows is without it")
                    .contains("problem  page.port " + port + " on 127.0.0.1 is taken by process "
                            + ProcessHandle.current().pid())
                    .contains("-> Stop it, or set page.port to another port; 0 takes a free one")
                    .contains("problem  data directory " + file + " can't be written")
                    .contains("problem  Kafka at " + nowhere + " can't be reached")
                    .contains("problem  schema registry")
                    .contains("4 problem(s) found.");
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
