package heed.connectors.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

class WorkbookTest {

    @Test
    void aSheetHasRowsAsAFileOfTextHas() throws IOException {
        // Given
        byte[] workbook = workbook(book -> {
            Worksheet sheet = book.newWorksheet("Form1");
            row(sheet, 0, "Responses of April");
            row(sheet, 2, "Id", "Completion time", "Day", "Ward", "How was it?", "Score");
            row(
                    sheet,
                    3,
                    1,
                    LocalDateTime.of(2026, 4, 3, 14, 5, 9),
                    LocalDateTime.of(2026, 4, 3, 0, 0),
                    "W 1",
                    "Good",
                    9.5);
            row(sheet, 5, 2, LocalDateTime.of(2026, 4, 4, 9, 0), LocalDateTime.of(2026, 4, 4, 0, 0), "W\n2", null, 120);
            for (int line = 3; line <= 5; line++) {
                sheet.style(line, 1).format("m/d/yy h:mm:ss").set();
                sheet.style(line, 2).format("dd.mm.yyyy").set();
            }
            sheet.style(3, 5).format("0.0_)").set();
        });

        // When
        List<String> rows = rows(
                workbook,
                new HeaderLines(3, 3),
                Optional.empty(),
                "id",
                "completion time",
                "day",
                "ward",
                "How was it?",
                "score");

        // Then
        assertThat(rows)
                .containsExactly(
                        "4: 1|2026-04-03T14:05:09|2026-04-03|W 1|Good|9.5",
                        "6: 2|2026-04-04T09:00|2026-04-04|W 2||120");
    }

    @Test
    void theOneSheetThatIsSeenAndHasRowsIsReadAndOfSeveralTheOneThatIsSaid() throws IOException {
        // Given
        byte[] one = workbook(book -> {
            row(book.newWorksheet("Empty"), 0);
            row(hidden(book.newWorksheet("Lists")), 0, "a", "b");
            row(book.newWorksheet("Data"), 0, "code");
        });
        byte[] two = workbook(book -> {
            row(book.newWorksheet("Notes"), 0, "code");
            Worksheet data = book.newWorksheet("Data");
            row(data, 0, "code");
            row(data, 1, "RQX");
        });

        // When // Then
        assertThat(rows(one, HeaderLines.FIRST, Optional.empty(), "code")).isEmpty();
        assertThat(rows(two, HeaderLines.FIRST, Optional.of("data"), "code")).containsExactly("2: RQX");
        assertThatThrownBy(() -> rows(two, HeaderLines.FIRST, Optional.empty(), "code"))
                .isInstanceOf(TableException.class)
                .hasMessageStartingWith("f.xlsx has the sheets Notes, Data: say which");
        assertThatThrownBy(() -> rows(two, HeaderLines.FIRST, Optional.of("Dota"), "code"))
                .hasMessage("f.xlsx has no sheet 'Dota'; it has Notes, Data");
    }

    @Test
    void aWorkbookThatIsNoneOrWasCutOffIsRefusedInASentence() throws IOException {
        // Given
        byte[] whole = workbook(book -> row(book.newWorksheet("Data"), 0, "code"));

        // When // Then
        for (byte[] broken :
                List.of(Arrays.copyOf(whole, whole.length / 2), new byte[] {'P', 'K', 3, 4}, new byte[0])) {
            assertThatThrownBy(() -> rows(broken, HeaderLines.FIRST, Optional.empty(), "code"))
                    .isInstanceOf(TableException.class)
                    .hasMessageContaining("f.xlsx");
        }
    }

    /** A workbook keeps no cell in which nothing was ever written: its row is no row that was cut off. */
    @Test
    void aRowWhoseLastCellsAreEmptyEndsBeforeNoColumn() throws IOException {
        // Given
        byte[] file = workbook(book -> {
            Worksheet sheet = book.newWorksheet("Form1");
            row(sheet, 0, "id", "answer", "comment");
            row(sheet, 1, "1", "Good");
        });
        RowTable table =
                RowTable.open(new TableSource("f.xlsx", () -> new ByteArrayInputStream(file)), TableFormat.GUESSED);

        // When
        List<Boolean> cut = new ArrayList<>();
        table.read(new RowTaker() {
            @Override
            public void take(TableRow row) {
                cut.add(row.endsBefore("comment"));
            }

            @Override
            public void refuse(long line, String why) {
                throw new AssertionError(why);
            }
        });

        // Then
        assertThat(cut).containsExactly(false);
    }

    private static Worksheet hidden(Worksheet sheet) {
        sheet.setVisibilityState(VisibilityState.HIDDEN);
        return sheet;
    }

    private static void row(Worksheet sheet, int row, Object... cells) {
        for (int column = 0; column < cells.length; column++) {
            if (cells[column] instanceof Number number) {
                sheet.value(row, column, number);
            } else if (cells[column] instanceof LocalDateTime at) {
                sheet.value(row, column, at);
            } else if (cells[column] != null) {
                sheet.value(row, column, cells[column].toString());
            }
        }
    }

    private static byte[] workbook(Consumer<Workbook> filled) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "test", "1.0")) {
            filled.accept(book);
        }
        return bytes.toByteArray();
    }

    private static List<String> rows(byte[] file, HeaderLines header, Optional<String> sheet, String... columns) {
        var source = new TableSource("f.xlsx", () -> new ByteArrayInputStream(file));
        var format = new TableFormat(Optional.empty(), Optional.empty(), Optional.empty(), sheet, header);
        RowTable table = RowTable.open(source, format);
        table.require(List.of(columns));
        List<String> rows = new ArrayList<>();
        table.read(new RowTaker() {
            @Override
            public void take(TableRow row) {
                rows.add(row.line() + ": "
                        + String.join("|", Arrays.stream(columns).map(row::cell).toList()));
            }

            @Override
            public void refuse(long line, String why) {
                rows.add(line + "! " + why);
            }
        });
        return rows;
    }
}
