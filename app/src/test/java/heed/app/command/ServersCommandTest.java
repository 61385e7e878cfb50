package heed.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class ServersCommandTest {

    private final CommandContext context = new CommandContext(
            Map.of(),
            Optional.empty(),
            Clock.systemUTC(),
            HttpClient::newHttpClient,
            new PrintWriter(new StringWriter(), true),
            new PrintWriter(new StringWriter(), true));

    @Command(name = "act")
    private static final class Failing extends ServersCommand {

        Failing(CommandContext context) {
            super(context);
        }

        @Override
        void act(TargetServers servers) {
            throw new IllegalArgumentException("what can't be");
        }
    }

    @Test
    void takesWhatCantBeDoneForWrongUsage() {
        // Given
        var err = new StringWriter();

        // When
        int code = new CommandLine(new Failing(context))
                .setErr(new PrintWriter(err, true))
                .execute("--bootstrap", "127.0.0.1:1", "--registry", "http://127.0.0.1:1");

        // Then
        assertThat(code).isEqualTo(2);
        assertThat(err.toString().lines().findFirst()).contains("what can't be");
    }
}
