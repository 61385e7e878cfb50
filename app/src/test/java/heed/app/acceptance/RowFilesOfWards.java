package heed.app.acceptance;

import heed.connectors.export.XlsxTableFile;
import heed.schemas.flat.FlatColumn;
import heed.schemas.flat.FlatColumn.Kind;
import heed.schemas.flat.FlatColumn.Presence;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes files as survey systems export them, in each of the forms that are read: fifty thousand responses. */
final class RowFilesOfWards {

    static final int RESPONSES = 50_000;
    static final int COMMENTS = RESPONSES / 100;

    static final String MAPPING =
            """
            questionnaire: fft-2020
            source: wards
            id: {column: No}
            hospital: {column: Trust}
            given_at: {column: Date}
            comment: {column: Why}
            answers:
              overall: {column: Q1}
            """;

    private static final int IN_A_CSV = 12_000;
    private static final int IN_NDJSON = 1_500;
    private static final List<String> COLUMNS = List.of("No", "Trust", "Date", "Q1", "Why");
    private static final List<String> ANSWERS = List.of("very_good", "good", "very_good", "good", "poor");

    private final Instant first = Instant.now().minus(20, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
    private int number;

    /** Writes all of them to {@code directory}, and returns how many files they are. */
    int writeTo(Path directory) throws IOException {
        for (String name : List.of("a.csv", "b.csv", "c.csv", "d.csv")) {
            try (BufferedWriter file = Files.newBufferedWriter(directory.resolve(name))) {
                file.write(String.join(",", COLUMNS) + "\n");
                for (int i = 0; i < IN_A_CSV; i++) {
                    file.write(String.join(",", row()) + "\n");
                }
                file.write("n,W0,qzyx,good,qzyx\n");
            }
        }
        try (BufferedWriter file = Files.newBufferedWriter(directory.resolve("e.ndjson"))) {
            for (int i = 0; i < IN_NDJSON; i++) {
                file.write(json(row()) + "\n");
            }
        }
        List<FlatColumn> columns = COLUMNS.stream()
                .map(name -> new FlatColumn(name, Kind.TEXT, Presence.ALWAYS, ""))
                .toList();
        try (XlsxTableFile workbook =
                new XlsxTableFile("wards", columns, Files.newOutputStream(directory.resolve("f.xlsx")))) {
            while (number < RESPONSES) {
                workbook.write(row());
            }
        }
        return 6;
    }

    private List<String> row() {
        int at = number++;
        return List.of(
                "r" + at,
                "W" + at % 5,
                first.plusSeconds(at * 30L).toString(),
                ANSWERS.get(at % ANSWERS.size()),
                at % (RESPONSES / COMMENTS) == 0 ? "Cold tea; ring 0161 496 0" + (100 + at % 900) : "");
    }

    private static String json(List<String> row) {
        return IntStream.range(0, row.size())
                .mapToObj(i -> "\"" + COLUMNS.get(i) + "\":\"" + row.get(i) + "\"")
                .collect(Collectors.joining(",", "{", "}"));
    }
}
