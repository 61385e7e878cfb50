package heed.topology.detect;

import static org.assertj.core.api.Assertions.assertThat;

import heed.topology.row.RowReader;
import heed.topology.row.RowWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class HourTallyTest {

    private final HourTally hours = new HourTally();

    @Test
    void knowsTheLastHourWithAnswersAlsoAfterTheLastWasTakenOut() {
        // Given
        hours.add(9, 0);
        hours.add(17, 1);
        hours.add(12, 0);
        int before = hours.lastHour();

        // When
        hours.remove(17, 1);

        // Then
        assertThat(List.of(before, hours.lastHour())).containsExactly(17, 12);
    }

    @Test
    void knowsItOfACopyAMirrorImageAndWhatWasReadAndNoneOnceItIsCleared() {
        // Given
        hours.add(17, 1);
        HourTally copy = new HourTally();
        HourTally mirror = new HourTally();
        HourTally read = new HourTally();
        RowWriter row = new RowWriter();
        hours.write(row);

        // When
        copy.copy(hours);
        mirror.mirror(hours);
        read.read(new RowReader().of(row.toBytes()));
        hours.clear();

        // Then
        assertThat(List.of(copy.lastHour(), mirror.lastHour(), read.lastHour(), hours.lastHour()))
                .containsExactly(17, 17, 17, -1);
    }
}
