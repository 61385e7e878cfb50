package heed.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WatchCommandTest {

    private static final Path STREAMS = Path.of("../topology/src/test/resources/heed/topology/watch");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path directory;

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
    void printsOfAStreamWhatAnIndependentImplementationMakesOfIt(String stream) throws IOException {
        // When
        int code = run("watch", STREAMS.resolve(stream + ".csv").toString(), "--state");

        // Then
        assertThat(code).isZero();
        List<JsonNode> expected = lines(Files.readString(STREAMS.resolve(stream + ".expected.jsonl")));
        List<JsonNode> printed = lines(out.toString());
        assertThat(printed).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            assertSame(printed.get(i), expected.get(i));
        }
    }

    @Test
    void watchesTheKeysOfAFileApartAndPrintsTheirStatesByKey() throws IOException {
        // Given
        StringBuilder both = new StringBuilder();
        Files.readString(STREAMS.resolve("drop10_50.csv")).lines().forEach(line -> both.append(
                        line.replace("H1", "the \"second\""))
                .append('\n')
                .append(line)
                .append('\n'));

        // When
        int code = run("watch", write(both.toString()), "--state");

        // Then
        assertThat(code).isZero();
        assertThat(lines(out.toString()).stream()
                        .map(line -> line.get("type").asText() + " "
                                + line.get("key").asText()))
                .containsExactly(
                        "LEARNED the \"second\"",
                        "LEARNED H1",
                        "ALARM the \"second\"",
                        "ALARM H1",
                        "STATE H1",
                        "STATE the \"second\"");
    }

    @Test
    void raisesADropLaterWhereItIsHeldToALongerTime() throws IOException {
        // When
        run("watch", STREAMS.resolve("drop10_50.csv").toString(), "--t0", "100000");

        // Then
        assertThat(lines(out.toString()).get(1).get("at").asLong()).isGreaterThan(1_721_563_465_567L);
    }

    @Test
    void countsDaysInTheZone() throws IOException {
        // Given
        StringBuilder midnights = new StringBuilder();
        for (int day = 0; day < 40; day++) {
            for (int i = 0; i < 10; i++) {
                // 22:00 and 23:30 UTC: one day there, two in Berlin. The three newest days are still open.
                midnights
                        .append("H1,")
                        .append(day * 86_400_000L + (i % 2 == 0 ? 79_200_000L : 84_600_000L))
                        .append(",1\n");
            }
        }
        String file = write(midnights.toString());

        // When
        run("watch", file, "--state");
        run("watch", file, "--state", "--zone", "Europe/Berlin");

        // Then
        assertThat(lines(out.toString()).stream()
                        .filter(line -> line.get("type").asText().equals("STATE"))
                        .map(line -> line.get("baseline_days").asInt()))
                .containsExactly(37, 38);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "H1,1|it has 2 value(s); a line is key,epoch_ms,score",
                "H1,1,1,1,1|it has 5 value(s); a line is",
                ",1,1|it has no key; a line is",
                "H1,2026-01-01,1|\"2026-01-01\" is no time; give milliseconds since 1970-01-01T00:00Z",
                "H1,-1,1|the time -1 is not in the years 1970 to 9999",
                "H1,1,1.01|\"1.01\" is no score from 0 (worst) to 1 (best); divide points",
                "H1,1,NaN|\"NaN\" is no score",
                "H1,1,0.5d|\"0.5d\" is no score",
                "H1,1,1,-2|its fourth value is \"-2\"; a line is"
            })
    void namesTheLineThatIsWrongAndEndsWithOne(String line, String problem) throws IOException {
        // Given
        String file = write("H1,0,1\n\n" + line + "\nH1,2,1\n");

        // When
        int code = run("watch", file, "--state");

        // Then
        assertThat(code).isEqualTo(1);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString())
                .startsWith("heed: " + file + ", line 3: " + problem)
                .contains("nothing after it was read");
    }

    @Test
    void saysThatAFileIsMissing() {
        // When
        int code = run("watch", "none.csv");

        // Then
        assertThat(code).isEqualTo(1);
        assertThat(err.toString()).isEqualToIgnoringNewLines("heed: there is no file none.csv");
    }

    /** Numbers to 1e-9, relative to those above 1; times to a millisecond. */
    private static void assertSame(JsonNode printed, JsonNode expected) {
        assertThat(names(printed)).isEqualTo(names(expected));
        for (String field : names(expected)) {
            JsonNode wanted = expected.get(field);
            if (wanted.isDouble()) {
                assertThat(printed.get(field).asDouble())
                        .as(field)
                        .isCloseTo(wanted.asDouble(), Offset.offset(1e-9 * Math.max(1, Math.abs(wanted.asDouble()))));
            } else if (field.equals("since")) {
                assertThat(printed.get(field).asLong()).isCloseTo(wanted.asLong(), Offset.offset(1L));
            } else {
                assertThat(printed.get(field)).as(field).isEqualTo(wanted);
            }
        }
    }

    private static List<String> names(JsonNode line) {
        List<String> names = new ArrayList<>();
        for (Iterator<String> each = line.fieldNames(); each.hasNext(); ) {
            names.add(each.next());
        }
        return names;
    }

    private static List<JsonNode> lines(String text) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : text.lines().toList()) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }

    private String write(String text) throws IOException {
        return Files.writeString(directory.resolve("answers.csv"), text).toString();
    }

    private int run(String... arguments) {
        World world = new World(
                Map.of(),
                Optional.of(directory),
                Clock.systemUTC(),
                HttpClient.newHttpClient(),
                new PrintWriter(out, true),
                new PrintWriter(err, true));
        return Main.commandLine(world).execute(arguments);
    }
}
