package heed.connectors.export;

import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.flat.FlatColumn;
import heed.schemas.flat.FlatColumn.Kind;
import heed.schemas.flat.FlatColumn.Presence;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTableFileTest {

    private static final List<FlatColumn> COLUMNS = List.of(
            new FlatColumn("text", Kind.TEXT, Presence.ALWAYS, "Text."),
            new FlatColumn("whole", Kind.WHOLE, Presence.ALWAYS, "Whole."),
            new FlatColumn("number", Kind.NUMBER, Presence.ALWAYS, "Number."),
            new FlatColumn("at", Kind.INSTANT, Presence.MAY_BE_ABSENT, "Time."));

    private static String written(Object... cells) throws IOException {
        StringWriter to = new StringWriter();
        try (CsvTableFile file = CsvTableFile.of(COLUMNS, to)) {
            file.write(Arrays.asList(cells));
        }
        return to.toString();
    }

    @Test
    void writesNumbersExactlyTimesWithTheirZoneAndNothingForWhatIsAbsent() throws Exception {
        // When
        String numbers = written("a", 9_007_199_254_740_993L, 0.1 + 0.2, null);
        String time = written("a", -1L, -0.25, Instant.parse("2026-03-01T12:00:00.250Z"));

        // Then
        assertThat(numbers).isEqualTo("text,whole,number,at\r\na,9007199254740993,0.30000000000000004,\r\n");
        assertThat(time).isEqualTo("text,whole,number,at\r\na,-1,-0.25,2026-03-01T12:00:00.250Z\r\n");
    }

    @Test
    void noTextIsAFormulaAndNoNumberIsText() throws Exception {
        // When // Then
        assertThat(written("=1+1", 1L, 1.0, null)).endsWith("\r\n'=1+1,1,1.0,\r\n");
        assertThat(written("+44", 1L, 1.0, null)).endsWith("\r\n'+44,1,1.0,\r\n");
        assertThat(written("-85", 1L, 1.0, null)).endsWith("\r\n'-85,1,1.0,\r\n");
        assertThat(written("@SUM(A1)", 1L, 1.0, null)).endsWith("\r\n'@SUM(A1),1,1.0,\r\n");
        assertThat(written("\t=1", 1L, 1.0, null)).endsWith("'\t=1,1,1.0,\r\n");
        assertThat(written("1=1", 1L, 1.0, null)).endsWith("\r\n1=1,1,1.0,\r\n");
    }

    @Test
    void quotesWhatHasADelimiterAQuoteOrALineBreak() throws Exception {
        // When
        String quoted = written("Ward \"7\", east\nwing", 1L, 1.0, null);

        // Then
        assertThat(quoted).endsWith("\r\n\"Ward \"\"7\"\", east\nwing\",1,1.0,\r\n");
    }
}
