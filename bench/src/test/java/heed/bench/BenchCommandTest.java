package heed.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class BenchCommandTest {

    private final StringWriter errors = new StringWriter();

    @Test
    void namesTheContendersWhereOneIsNotKnown() {
        // When
        int code = run(null, "--contenders", "heed,spark");

        // Then
        assertThat(code).isEqualTo(2);
        assertThat(errors)
                .hasToString(
                        "heed bench: no contender is called 'spark': there are heed, limit, pass-through, tutorial, flink-hashmap, flink-rocksdb%n"
                                .formatted());
    }

    @Test
    void saysWhatBuildsTheLibrariesOfFlinkWhereNobodySaysWhereTheyAre() {
        // When
        int code = run(null, "--contenders", "flink-rocksdb");

        // Then
        assertThat(code).isEqualTo(2);
        assertThat(errors)
                .hasToString(
                        "heed bench: flink-rocksdb needs the libraries of Flink, and there are none: './heed bench --contenders flink-rocksdb' builds them%n"
                                .formatted());
    }

    @Test
    void saysWhereThereAreNoLibrariesOfFlink() {
        // Given
        Path nowhere = Path.of("no", "such", "directory");

        // When
        int code = run(nowhere, "--contenders", "flink-rocksdb");

        // Then
        assertThat(code).isEqualTo(2);
        assertThat(errors.toString()).contains("there are none in " + nowhere + ": ");
    }

    @Test
    void saysInItsLineWhereARestoreTookTooLongAndNothingWhereNoneIsMeasured() {
        // Given
        String none = result(Contender.LIMIT, 1, Double.NaN).text(2);

        // When
        String late = result(Contender.HEED, 1, Double.NaN).text(2);
        String inTime = result(Contender.HEED, 1, 4_000).text(2);

        // Then
        assertThat(late).endsWith("nothing new was committed within 60 s of a restart, so its restore is not measured");
        assertThat(List.of(none, inTime)).noneMatch(line -> line.contains("restore"));
    }

    @Test
    void tellsNoMedianOfASecondHalfThatARoundCouldNotTellApart() {
        // Given
        List<TrialResult> measured = List.of(result(Contender.LIMIT, 2, 0), result(Contender.LIMIT, 4, 0));
        List<TrialResult> partly = List.of(result(Contender.LIMIT, 2, 0), result(Contender.LIMIT, Double.NaN, 0));

        // When
        double median = Figure.HALF_CPU.median(measured);
        double none = Figure.HALF_CPU.median(partly);

        // Then
        assertThat(median).isEqualTo(3);
        assertThat(Figure.HALF_CPU.text(none)).isEmpty();
    }

    private int run(@Nullable Path flink, String... arguments) {
        CommandLine command = BenchCommand.of(List.of(arguments), flink);
        return command.setErr(new PrintWriter(errors, true)).execute(arguments);
    }

    private static TrialResult result(Contender contender, double halfCpuMicros, double restoreMillis) {
        Check right = new Check(true, "right", 0);
        return new TrialResult(contender, right, 1, 1, 1, Latencies.NONE, 1, 1, 1, 1, 1, halfCpuMicros, restoreMillis);
    }
}
