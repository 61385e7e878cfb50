package heed.bench.duck;

import static org.assertj.core.api.Assertions.assertThat;

import heed.connectors.export.CsvTableFile;
import heed.connectors.export.ParquetTableFile;
import heed.schemas.flat.FlatColumn;
import heed.schemas.flat.FlatColumn.Kind;
import heed.schemas.flat.FlatColumn.Presence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.duckdb.DuckDBDriver;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports as Parquet are read by another's program. */
class ExportedParquetTest {

    private static final List<FlatColumn> COLUMNS = List.of(
            new FlatColumn("text", Kind.TEXT, Presence.ALWAYS, "Text."),
            new FlatColumn("whole", Kind.WHOLE, Presence.ALWAYS, "Whole."),
            new FlatColumn("number", Kind.NUMBER, Presence.ALWAYS, "Number."),
            new FlatColumn("truth", Kind.TRUTH, Presence.MAY_BE_ABSENT, "Truth."),
            new FlatColumn("as_of", Kind.INSTANT, Presence.MAY_BE_ABSENT, "Time."));

    @TempDir
    private Path directory;

    @Test
    void hasColumnsWithTheirTypes() throws Exception {
        // When
        Path file = written(List.of());

        // Then
        assertThat(asked("DESCRIBE SELECT * FROM '" + file + "'", 2))
                .containsExactly(
                        List.of("text", "VARCHAR"),
                        List.of("whole", "BIGINT"),
                        List.of("number", "DOUBLE"),
                        List.of("truth", "BOOLEAN"),
                        List.of("as_of", "TIMESTAMP WITH TIME ZONE"));
        assertThat(asked("SELECT count(*) FROM '" + file + "'", 1)).containsExactly(List.of("0"));
        assertThat(asked(
                        "SELECT DISTINCT repetition_type FROM parquet_schema('" + file + "') WHERE type IS NOT NULL",
                        1))
                .containsExactly(List.of("OPTIONAL"));
    }

    @Test
    void givesBackWhatWasWrittenToTheLastBitAndNothingForWhatIsAbsent() throws Exception {
        // Given
        List<List<@Nullable Object>> rows = List.of(
                row("=1+1", Long.MAX_VALUE, 0.1 + 0.2, true, Instant.parse("2026-03-01T12:00:00.250Z")),
                row(
                        "Ward \"7\",\nŵyth €\uD83D\uDE42",
                        Long.MIN_VALUE,
                        -0.25,
                        false,
                        Instant.parse("1969-12-31T23:59:59.999Z")),
                row(null, null, null, null, null),
                row("", 0L, Double.MIN_VALUE, null, Instant.EPOCH));

        // When
        Path file = written(rows);

        // Then
        assertThat(asked("SELECT text, whole, number, truth, epoch_ms(as_of) FROM '" + file + "'", 5))
                .containsExactly(
                        List.of("=1+1", "9223372036854775807", "0.30000000000000004", "true", "1772366400250"),
                        List.of("Ward \"7\",\nŵyth €\uD83D\uDE42", "-9223372036854775808", "-0.25", "false", "-1"),
                        List.of("null", "null", "null", "null", "null"),
                        List.of("", "0", "4.9E-324", "null", "0"));
    }

    @Test
    void saysTheSameAsTheCsvInSeveralGroupsOfRows() throws Exception {
        // Given
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (long each = 0; each < 2_000; each++) {
            // Together they are more than one group holds.
            rows.add(row(
                    each % 7 == 0 ? null : "text " + each + " ".repeat(20_000) + each,
                    each * 1_234_567_891L,
                    each % 5 < 2 ? null : each / 3.0,
                    each % 3 == 0 ? null : each % 2 == 0,
                    Instant.ofEpochMilli(each * 86_400_001L)));
        }
        Path csv = directory.resolve("rows.csv");
        try (CsvTableFile file = CsvTableFile.of(COLUMNS, Files.newBufferedWriter(csv))) {
            for (List<@Nullable Object> row : rows) {
                file.write(row);
            }
        }
        String said = "SELECT md5(text), whole, number, truth, epoch_ms(as_of) FROM ";

        // When
        Path file = written(rows);

        // Then
        List<List<String>> ofCsv = asked(
                said + "read_csv('" + csv + "', columns = {text: 'VARCHAR', whole: 'BIGINT', number: 'DOUBLE',"
                        + " truth: 'BOOLEAN', as_of: 'TIMESTAMPTZ'})",
                5);
        assertThat(ofCsv).hasSize(2_000);
        assertThat(asked(said + "'" + file + "'", 5)).isEqualTo(ofCsv);
        assertThat(groups(file)).isEqualTo(2);
    }

    private int groups(Path file) throws SQLException {
        return Integer.parseInt(asked("SELECT num_row_groups FROM parquet_file_metadata('" + file + "')", 1)
                .get(0)
                .get(0));
    }

    private Path written(List<List<@Nullable Object>> rows) throws IOException {
        Path to = directory.resolve("rows.parquet");
        try (ParquetTableFile file = new ParquetTableFile("rows", COLUMNS, Files.newOutputStream(to))) {
            for (List<@Nullable Object> row : rows) {
                file.write(row);
            }
        }
        return to;
    }

    private static List<@Nullable Object> row(@Nullable Object... cells) {
        return Arrays.asList(cells);
    }

    private static List<List<String>> asked(String sql, int columns) throws SQLException {
        try (Connection duck = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
                ResultSet rows = duck.createStatement().executeQuery(sql)) {
            List<List<String>> all = new ArrayList<>();
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    row.add(String.valueOf(rows.getObject(column)));
                }
                all.add(row);
            }
            return all;
        }
    }
}
