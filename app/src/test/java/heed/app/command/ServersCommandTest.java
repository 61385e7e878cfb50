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

    /** Fails before it has done anything, or after. */
    @Command(name = "act")
    private static final class Failing extends ServersCommand {

        private final boolean after;

        Failing(CommandContext context, boolean after) {
            super(context);
            this.after = after;
        }

        @Override
        void act(TargetServers servers) {
            if (after) {
                wasDone();
            }
            throw new IllegalArgumentException("what can't be");
        }
    }

    private String run(boolean after) {
        var err = new StringWriter();
        int code = new CommandLine(new Failing(context, after))
                .setErr(new PrintWriter(err, true))
                .execute("--bootstrap", "127.0.0.1:1", "--registry", "http://127.0.0.1:1");
        return code + " " + err.toString().lines().findFirst().orElse("");
    }

    @Test
    void takesForWrongUsageOnlyWhatFailedBeforeItWasDone() {
        // When
        String before = run(false);
        String after = run(true);

        // Then
        assertThat(before).isEqualTo("2 what can't be");
        assertThat(after).startsWith("1 ").contains("it was done, and then failed: what can't be");
    }
}
