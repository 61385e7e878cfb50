package heed.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeedCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path home;

    @Test
    void listsTheCommands() {
        // When
        int code = run(Map.of(), "--help");

        // Then
        assertThat(code).isZero();
        assertThat(out.toString())
                .contains(
                        "  up ",
                        "  demo ",
                        "  import ",
                        "  tail ",
                        "  export ",
                        "  recount ",
                        "  sink ",
                        "  rejected ",
                        "  watch ",
                        "  explain ",
                        "  rebaseline ",
                        "  budget ",
                        "  calibrate ",
                        "  topics ",
                        "  questionnaires ",
                        "  doctor ");
    }

    @Test
    void everyCommandIsMadeByTheNameThatItHas() {
        // When
        var commands = HeedCommand.commands(context(Map.of()), System.in);

        // Then
        assertThat(commands).hasSize(28).allSatisfy((name, command) -> assertThat(
                        command.get().getCommandName())
                .isEqualTo(name));
    }

    @Test
    void saysWhyKafkaCannotBeSpokenTo() {
        // When
        int code = run(Map.of(), "topics", "--bootstrap", "nowhere.invalid:9092", "--registry", "http://127.0.0.1:1");

        // Then
        assertThat(code).isEqualTo(1);
        assertThat(err.toString())
                .contains("heed: Failed to create new KafkaAdminClient: No resolvable bootstrap urls");
    }

    @Test
    void refusesADemoThatEndsBeforePrometheusHasSeenAnything() {
        // When
        int code = run(Map.of(), "demo", "--once", "--with-prometheus");

        // Then
        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).contains("leave out --once or --with-prometheus");
    }

    @Test
    void saysHowToInstallWhatADemoWithPrometheusNeeds() {
        // When
        int code = run(Map.of("PATH", home.toString()), "demo", "--with-prometheus");

        // Then
        assertThat(code).isEqualTo(1);
        assertThat(err.toString())
                .contains("apt-get install -y --no-install-recommends prometheus prometheus-alertmanager");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "up",
                "demo",
                "import",
                "tail",
                "export",
                "recount",
                "sink",
                "rejected",
                "watch",
                "explain",
                "rebaseline",
                "budget",
                "calibrate",
                "topics",
                "questionnaires",
                "notify",
                "completion",
                "man",
                "doctor"
            })
    void showsExamplesOfEachCommand(String command) {
        // When
        int code = run(Map.of(), command, "--help");

        // Then
        assertThat(code).isZero();
        assertThat(out.toString()).contains("Usage: heed " + command, "Examples:", "  heed " + command);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "fly",
                "tail",
                "tail weather",
                "tail scores -n 0",
                "tail scores -n 100001",
                "tail scores -n 5 --from-beginning",
                "sink",
                "sink postgres",
                "sink postgres --url mysql://db/heed",
                "sink postgres --url postgresql://heed:secret@db/heed",
                "sink postgres --url postgresql://db/heed?password=secret",
                "sink postgres --url postgresql://db/heed --password-file nowhere",
                "rejected",
                "rejected show",
                "rejected replay",
                "export",
                "export weather",
                "export comments",
                "export scores --format xlsx",
                "export scores --format parquet",
                "export scores --from march",
                "export scores --from 2026-03 --to 2026-02",
                "export scores --audience nobody",
                "export feedback --audience published",
                "calibrate --keys 1",
                "calibrate --scenarios z",
                "watch",
                "watch answers.csv --t0 0",
                "watch answers.csv --zone Atlantis",
                "explain",
                "explain 3f2a9c1",
                "rebaseline",
                "rebaseline H1 fft-2020.positive",
                "rebaseline H1 fft-2020.positive --why",
                "rebaseline H1 fft-2020.positiv --why moved",
                "rebaseline H/1 fft-2020.positive --why moved",
                "budget --units -1",
                "budget --hospitals 0",
                "budget --questionnaire fft-2021",
                "budget --want often",
                "budget --want 0-per-month",
                "import file.csv",
                "questionnaires",
                "questionnaires check",
                "up --dta x"
            })
    void refusesWrongUsageWithTwo(String arguments) {
        // When
        int code = run(Map.of(), arguments.isEmpty() ? new String[0] : arguments.split(" "));

        // Then
        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).isNotEmpty();
    }

    @Test
    void refusesWrongSettingsWithTwoAndNamesAllOfThem() throws Exception {
        // Given
        Files.writeString(home.resolve("heed.yaml"), "page:\n  port: eighty\n");

        // When
        int code = run(Map.of("HEED_AUDIENCES_INTERNAL", "none"), "up", "--set", "watch.days=3");

        // Then
        assertThat(code).isEqualTo(2);
        assertThat(err.toString())
                .contains("3 problems with the settings:")
                .contains("page.port = \"eighty\" (heed.yaml:2)")
                .contains("audiences.internal = \"none\" (variable HEED_AUDIENCES_INTERNAL)")
                .contains("watch.days = \"3\" (command option): no such setting");
    }

    @ParameterizedTest
    @ValueSource(strings = {"up", "demo"})
    void refusesToOpenThePageToOthersUnlessThatIsKnown(String command) {
        // When
        int code = run(Map.of("HEED_PAGE_HOST", "0.0.0.0"), command, "--data", home.toString());

        // Then
        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).contains("page.host = \"0.0.0.0\"", "start with --i-know-this-is-open");
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void saysWhatEachColumnMeansWithoutServers() {
        // When
        int code = run(Map.of(), "export", "league", "--dictionary");

        // Then
        assertThat(code).isZero();
        assertThat(out.toString())
                .startsWith("## league\n")
                .contains("| `rank_low` | whole number |  | Best rank of the 95% rank interval")
                .doesNotContain("## scores");
    }

    @Test
    void saysHowToStartOneWhereNoHeedRunsOnTheDataDirectory() {
        // When
        int code = run(Map.of(), "tail", "drops", "--data", home.resolve("none").toString());

        // Then
        assertThat(code).isEqualTo(1);
        assertThat(err.toString())
                .startsWith("heed: no Heed runs on the data directory " + home.resolve("none"))
                .contains("`heed up`", "--bootstrap");
    }

    private int run(Map<String, String> environment, String... arguments) {
        return HeedCommand.commandLine(context(environment)).execute(arguments);
    }

    private CommandContext context(Map<String, String> environment) {
        return new CommandContext(
                environment,
                Optional.of(home),
                Clock.systemUTC(),
                HttpClient::newHttpClient,
                new PrintWriter(out, true),
                new PrintWriter(err, true));
    }
}
