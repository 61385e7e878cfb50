package heed.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WatchCommandTest {

    private static final Path VECTORS = Path.of("..", "topology/src/test/resources/heed/topology/detect");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "clean_iid_50",
                "corners",
                "drop10_50",
                "fft5_drop10_40",
                "late_retract",
                "lowvol_3",
                "order_a",
                "order_b_shuffled",
                "overdispersed_50",
                "recovery_50"
            })
    void makesOfAFileWhatAnIndependentImplementationMakesOfIt(String name) throws IOException {
        // Given
        List<String> expected = Files.readAllLines(VECTORS.resolve(name + ".expected.jsonl"));

        // When
        int code = run("", VECTORS.resolve(name + ".csv").toString(), "--state", "--rule", "watch-1");

        // Then
        List<String> printed = out.toString().lines().toList();
        assertThat(code).isZero();
        assertThat(printed).hasSameSizeAs(expected);
        for (int i = 0; i < printed.size(); i++) {
            assertSame(JSON.readTree(printed.get(i)), JSON.readTree(expected.get(i)));
        }
    }

    private static void assertSame(JsonNode actual, JsonNode expected) {
        assertThat(actual.fieldNames()).toIterable().containsExactlyElementsOf(expected::fieldNames);
        expected.properties().forEach(field -> {
            JsonNode value = actual.get(field.getKey());
            JsonNode wanted = field.getValue();
            if (field.getKey().equals("since")) {
                assertThat(value.longValue()).isCloseTo(wanted.longValue(), within(1L));
            } else if (wanted.isDouble()) {
                assertThat(value.doubleValue())
                        .as(field.getKey())
                        .isCloseTo(wanted.doubleValue(), within(1e-9 * Math.abs(wanted.doubleValue())));
            } else {
                assertThat(value).as(field.getKey()).isEqualTo(wanted);
            }
        });
    }

    @Test
    void watchesEachKeyOfAFileByItselfAndSortsTheirStates() throws IOException {
        // Given
        List<String> mixed = new ArrayList<>();
        List<String> dropping = stream("drop10_50");
        List<String> clean = stream("clean_iid_50");
        for (int i = 0; i < clean.size(); i++) {
            mixed.add(clean.get(i).replace("H1", "Z"));
            if (i < dropping.size()) {
                mixed.add(dropping.get(i).replace("H1", "A"));
            }
        }
        Path file = Files.write(directory.resolve("mixed.csv"), mixed);

        // When
        int code = run("", file.toString(), "--state");

        // Then
        assertThat(code).isZero();
        assertThat(out.toString().lines().map(WatchCommandTest::typeAndKey))
                .containsExactlyInAnyOrder("LEARNED Z", "LEARNED A", "ALARM A", "STATE A", "STATE Z")
                .endsWith("STATE A", "STATE Z");
    }

    @Test
    void printsNoStatesUnlessAsked() {
        // When
        int code = run("H1,1704096399144,1\n", "-");

        // Then
        assertThat(code).isZero();
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void readsStandardInputAndWhatSpreadsheetsMakeOfAFile() {
        // When
        int code = run(
                "\uFEFFH1,1704096399144,1\r\n\r\nH1, 1704098147009, 0.75\r\nH1,1704098147009,0.75,-1\r\n",
                "-",
                "--state");

        // Then
        assertThat(code).isZero();
        assertThat(out.toString().lines())
                .containsExactly(
                        "{\"type\":\"STATE\",\"key\":\"H1\",\"status\":\"LEARNING\",\"baseline_n\":0,\"baseline_days\":0,"
                                + "\"baseline\":0.5,\"icc\":0.01,\"evidence\":0.0,\"recovery\":0.0,\"late\":0}");
    }

    @Test
    void countsDaysInTheZone() {
        // Given
        String newest = "H1,1704175200000,1"; // 2024-01-02 06:00 UTC, 01:00 in New York
        String older = "H1,1703991600000,1"; // 2023-12-31 03:00 UTC, the 30th in New York, which is too long ago
        String lines = newest + "\n" + older + "\n";

        // When
        run(lines, "-", "--state", "--zone", "America/New_York");
        run(lines, "-", "--state");

        // Then
        assertThat(out.toString().lines().map(line -> line.replaceAll(".*\"late\":", "")))
                .containsExactly("1}", "0}");
    }

    @Test
    void holdsEveryKeyToTheRateThatIsAsked() {
        // When
        int code = run("", VECTORS.resolve("drop10_50.csv").toString(), "--t0", "100000");

        // Then
        assertThat(code).isZero();
        assertThat(out.toString().lines().skip(1).findFirst().orElseThrow())
                .contains("\"type\":\"ALARM\"")
                .doesNotContain("\"at\":1721563465567");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    H1;1704096399144;1         | 1 fields separated by commas instead of 3 or 4; write key,time,score
                    H1,1704096399144,1,-1,     | 5 fields separated by commas instead of 3 or 4
                    H1,253402300800000,1       | the time is '253402300800000'; write a date, such as 2024-01-01, a time, such as 2024-01-01T08:06:39Z, or milliseconds
                    H1,9223372036854775807,1   | the time is '9223372036854775807'; write a date
                    ,1704096399144,1           | the key is empty; write a code without quotes or commas
                    "H1",1704096399144,1       | the key is in quotes; write a code without quotes or commas
                    H1,2024-02-30,1            | the time is '2024-02-30'; write a date
                    H1,01/02/2024,1            | the time is '01/02/2024'; write a date
                    H1,1704096399144,101%      | the score is '101%'; write a number from 0 (worst) to 1 (best), such as 0.75, or percent
                    H1,1704096399144,1e-2147483647% | the score is '1e-2147483647%'; write a number from 0 (worst) to 1 (best)
                    H1,1704096399144,%         | the score is '%'; write a number from 0 (worst) to 1 (best)
                    H1,1704096399144,85        | the score is '85'; write a number from 0 (worst) to 1 (best)
                    H1,1704096399144,-0.01     | the score is '-0.01'; write a number from 0 (worst) to 1 (best)
                    H1,1704096399144,NaN       | the score is 'NaN'; write a number from 0 (worst) to 1 (best)
                    H1,1704096399144,good      | the score is 'good'; write a number from 0 (worst) to 1 (best)
                    H1,1704096399144,1,1       | the fourth field is '1'; write -1 to take the answer back
                    """,
            quoteCharacter = '~')
    void stopsAtABadLineAndSaysWhichAndWhatToDo(String bad, String message) {
        // When
        int code = run("H1,1704096399144,1\n" + bad + "\n", "-", "--state");

        // Then
        assertThat(code).isEqualTo(1);
        assertThat(err.toString()).startsWith("heed: standard input, line 2: " + message);
        assertThat(out.toString()).isEmpty();
    }

    /** The state at the end tells the newest day and the sum of the answers, and so what was read. */
    @ParameterizedTest
    @CsvSource({
        "2024-07-01, 75%",
        "2024-07-01T11:00:00Z, 75 %",
        "2024-07-01T12:00, 0.750",
        "2024-07-01 12:00:00.000, 75.0%",
        "2024-07-01T13:00+02:00, .75"
    })
    void readsDatesTimesAndPercent(String time, String score) {
        // Given
        run("H1,1719831600000,0.75\n", "-", "--state", "--zone", "Europe/London");
        String same = out.toString();
        out.getBuffer().setLength(0);

        // When
        int code = run("H1," + time + "," + score + "\n", "-", "--state", "--zone", "Europe/London");

        // Then
        assertThat(code).isZero();
        assertThat(out.toString()).isEqualTo(same).isNotEmpty();
    }

    @Test
    void printsWhatCameOfTheLinesBeforeABadOne() throws IOException {
        // Given
        List<String> lines = new ArrayList<>(stream("clean_iid_50"));
        lines.add("H1,soon,1");
        Path file = Files.write(directory.resolve("torn.csv"), lines);

        // When
        int code = run("", file.toString(), "--state");

        // Then
        assertThat(code).isEqualTo(1);
        assertThat(err.toString()).startsWith("heed: " + file + ", line 15120: the time is 'soon'");
        assertThat(out.toString().lines().map(WatchCommandTest::typeAndKey)).containsExactly("LEARNED H1");
    }

    @Test
    void advisesToDeleteAHeader() {
        // When
        int code = run("key,epoch_ms,score\n", "-");

        // Then
        assertThat(code).isEqualTo(1);
        assertThat(err.toString()).contains("line 1: the time is 'epoch_ms'", "delete the line if it is a header");
    }

    @Test
    void refusesTextThatIsNotUtf8() {
        // When
        int code =
                run(new ByteArrayInputStream("K\u00f6ln,1704096399144,1\n".getBytes(StandardCharsets.ISO_8859_1)), "-");

        // Then
        assertThat(code).isEqualTo(1);
        assertThat(err.toString()).contains("after line 0: this is not UTF-8 text; save the file as CSV in UTF-8");
    }

    @Test
    void saysThatThereIsNoSuchFile() {
        // When
        int code = run("", directory.resolve("none.csv").toString());

        // Then
        assertThat(code).isEqualTo(1);
        assertThat(err).hasToString("heed: there is no file " + directory.resolve("none.csv") + System.lineSeparator());
    }

    @Test
    void saysThatADirectoryCannotBeRead() {
        // When
        int code = run("", directory.toString());

        // Then
        assertThat(code).isEqualTo(1);
        assertThat(err.toString())
                .startsWith("heed: " + directory + " can't be read: ")
                .contains("name a CSV file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--t0 0", "--t0 NaN", "--t0 soon", "--zone Mars/Olympus"})
    void refusesAWrongOptionWithTwo(String option) {
        // When
        int code = run("", ("- " + option).split(" "));

        // Then
        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).contains(option.substring(0, option.indexOf(' ')));
    }

    private static String typeAndKey(String line) {
        try {
            JsonNode read = JSON.readTree(line);
            return read.get("type").textValue() + " " + read.get("key").textValue();
        } catch (IOException e) {
            throw new AssertionError(line, e);
        }
    }

    private static List<String> stream(String name) throws IOException {
        return Files.readAllLines(VECTORS.resolve(name + ".csv"));
    }

    private int run(String in, String... arguments) {
        return run(new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)), arguments);
    }

    private int run(InputStream in, String... arguments) {
        CommandContext context = new CommandContext(
                Map.of(),
                Optional.empty(),
                Clock.systemUTC(),
                HttpClient::newHttpClient,
                new PrintWriter(out, true),
                new PrintWriter(err, true));
        return HeedCommand.commandLine(context, in).execute(concat(arguments));
    }

    private static String[] concat(String... arguments) {
        List<String> all = new ArrayList<>(List.of("watch"));
        all.addAll(List.of(arguments));
        return all.toArray(String[]::new);
    }
}
