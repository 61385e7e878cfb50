package heed.topology.score;

import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.Window;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.questionnaire.Questionnaires;
import heed.topology.response.MeasureCatalogue;
import heed.topology.response.MeasureGroup;
import heed.topology.response.Place;
import heed.topology.response.Places;
import heed.topology.time.ZoneCalendar.Span;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaneSeriesTest {

    private final Place place = new Places(HospitalDirectory.empty()).hospital("H1");
    private final MeasureGroup group = new MeasureCatalogue(Questionnaires.shipped()).group("fft-2020");
    private final PaneSeries series = new PaneSeries();

    @Test
    void panesAreFoundWhateverOrderTheyCameInAndGapsAreNot() {
        // Given
        for (long startMs : new long[] {30, 10, 50, 40, 0}) {
            series.put(pane(startMs));
        }

        // When
        List<Long> found = new ArrayList<>();
        for (long instantMs : new long[] {-1, 0, 9, 10, 19, 20, 29, 30, 45, 59, 60, 5}) {
            PaneRow row = series.at(instantMs);
            found.add(row == null ? null : row.span.startMs());
        }

        // Then
        assertThat(found).containsExactly(null, 0L, 0L, 10L, 10L, null, null, 30L, 40L, 50L, null, 0L);
    }

    @Test
    void aPaneTakesThePlaceOfTheOneThatStartsWithIt() {
        // Given
        series.put(pane(0));
        PaneRow last = pane(10);
        series.put(last);
        PaneRow newer = pane(10);

        // When
        series.put(newer);

        // Then
        List<PaneRow> all = new ArrayList<>();
        series.forEach(all::add);
        assertThat(all).hasSize(2).doesNotContain(last);
        assertThat(series.startingAt(10)).isSameAs(newer);
    }

    @Test
    void aForgottenPaneIsNotFoundEvenIfItWasUsedLast() {
        // Given
        series.put(pane(0));
        series.put(pane(10));

        // When
        series.removeIf(row -> row.span.startMs() == 10);

        // Then
        assertThat(series.at(15)).isNull();
        assertThat(series.startingAt(10)).isNull();
        assertThat(series.at(5)).isNotNull();
    }

    @Test
    void ofThoseThatEndedByAnInstantTheDoneAreForgottenAndNoOtherIsAskedFor() {
        // Given
        for (long startMs : new long[] {0, 10, 20, 30}) {
            series.put(pane(startMs));
        }

        // When
        List<Long> asked = new ArrayList<>();
        series.removeEndedBy(30, row -> {
            asked.add(row.span.startMs());
            return row.span.startMs() != 10;
        });

        // Then
        List<Long> left = new ArrayList<>();
        series.forEach(row -> left.add(row.span.startMs()));
        assertThat(asked).containsExactly(0L, 10L, 20L);
        assertThat(left).containsExactly(10L, 30L);
        assertThat(series.at(25)).isNull();
    }

    private PaneRow pane(long startMs) {
        return new PaneRow(place, group, Window.HOUR, new Span(startMs, startMs + 10));
    }
}
