package heed.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalibrateCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void studiesOneCellOnRequestAndShowsHowFarItIs() {
        // When
        int code = run("calibrate --scenario b' --volume 5 --keys 2 --years 1 --seed 9 --t0 30");

        // Then
        assertThat(code).isZero();
        assertThat(out.toString().lines())
                .startsWith(
                        "Seed 9, watch-2, T0 30 days, 2 keys of 1 years for each scenario and volume, 2 keys for each drop.");
        assertThat(out.toString().lines().filter(line -> line.startsWith("| b' | 5 | ")))
                .extracting(line -> line.split(" \\| ", -1)[2])
                .containsExactly("Heed", "weekly XmR", "7-day mean", "oracle CUSUM");
        assertThat(err.toString()).contains("100% 8 of 8 simulated keys");
    }

    @Test
    void saysTheSameOfACellAloneAndAmongOthers() {
        // When
        run("calibrate --scenario c --volume 5 --keys 2 --years 1");
        String alone = lastLines();
        run("calibrate --scenarios a,c --volumes 9,5 --keys 2 --years 1");

        // Then
        assertThat(lastLines()).isEqualTo(alone);
    }

    @ParameterizedTest
    @CsvSource({"calibrate, default: watch-2.", "calibrate, default: 0.10.", "watch, default watch-2."})
    void simulatesAndWatchesByTheDefaultsOfTheSettings(String command, String said) {
        // When
        int code = run(command + " --help");

        // Then
        assertThat(code).isZero();
        assertThat(out.toString()).contains(said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--keys 1      | --keys must be at least 2, was 1",
                "--years 0     | --years must be at least 1, was 0",
                "--threads 0   | --threads must be at least 1, was 0",
                "--volume 0    | --volumes must be at least 1, was 0",
                "--volumes 5,x | Invalid value for option '--volumes'",
                "--scenario d  | there is no scenario \"d\" for --scenarios; there are [a, b, c, b', AR, n, season-1,",
                "--t0 0        | Days between false alarms of a key must be 1 to 1,000,000,000, was 0.0",
                "--rule x      | There is no method \"x\" to watch by; there are watch-1, watch-2",
                "--seed x      | Invalid value for option '--seed'"
            })
    void refusesAWrongOptionAndSaysWhatItMayBe(String options, String message) {
        // When
        int code = run("calibrate " + options);

        // Then
        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).contains(message);
        assertThat(out.toString()).isEmpty();
    }

    private String lastLines() {
        return out.toString()
                .lines()
                .skip(out.toString().lines().count() - 4)
                .toList()
                .toString();
    }

    private int run(String line) {
        CommandContext context = new CommandContext(
                Map.of(),
                Optional.empty(),
                Clock.systemUTC(),
                HttpClient::newHttpClient,
                new PrintWriter(out, true),
                new PrintWriter(err, true));
        return HeedCommand.commandLine(context, System.in).execute(line.split(" "));
    }
}
