package heed.monitoring.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    private static final Instant AS_OF = Instant.parse("2026-03-01T14:32:07Z");

    private static String csv(Object... values) {
        return Csv.of(
                Sheet.of(
                        "test",
                        new Columns<Object>().add("value", each -> each).add("end", each -> 1),
                        List.of(values)),
                AS_OF);
    }

    @Test
    void beginsWithNamesAndSaysInEveryRowAsOfWhenItIs() {
        // When // Then
        assertThat(csv("a", "b").split("\r\n", -1))
                .containsExactly("value,end,figures_as_of", "a,1,2026-03-01T14:32:07Z", "b,1,2026-03-01T14:32:07Z", "");
        assertThat(csv()).isEqualTo("value,end,figures_as_of\r\n");
    }

    @Test
    void saysInEveryRowWhatIsTheSameInAll() {
        // When
        String csv = Csv.of(
                Sheet.of("test", new Columns<String>().add("value", each -> each), List.of("a", "b"))
                        .with("hospital", "-H1")
                        .with("unit", null),
                AS_OF);

        // Then
        assertThat(csv.split("\r\n", -1))
                .containsExactly(
                        "hospital,unit,value,figures_as_of",
                        "'-H1,,a,2026-03-01T14:32:07Z",
                        "'-H1,,b,2026-03-01T14:32:07Z",
                        "");
    }

    @Test
    void quotesWhatWouldEndACell() {
        // When // Then
        assertThat(csv("Saint \"Co\", the\nsecond")).contains("\"Saint \"\"Co\"\", the\nsecond\",1,");
    }

    @Test
    void leavesACellEmptyWhereThereIsNothing() {
        // When
        String csv = Csv.of(
                Sheet.of("test", new Columns<String>().add("a", each -> 1).add("b", each -> null), List.of("row")),
                null);

        // Then
        assertThat(csv).isEqualTo("a,b,figures_as_of\r\n1,,\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"})
    void letsNoTextBeAFormula(String text) {
        // When // Then
        assertThat(csv(text)).contains("'" + text).doesNotContain("\n" + text).doesNotContain("\"" + text);
    }

    @Test
    void leavesNumbersBelowZeroNumbers() {
        // When // Then
        assertThat(csv(-2, -0.125)).contains("\r\n-2,1,", "\r\n-0.125,1,");
    }
}
