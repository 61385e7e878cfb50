package heed.topology.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MeasureWatchesTest {

    private static final WatchRule RULE = new WatchRule(365);

    private final MeasureWatchCodec codec = new MeasureWatchCodec();

    @Test
    void watchesOfOnePartitionKeepNothingOfEachOther() {
        // Given
        MeasureWatches made = new MeasureWatches();
        MeasureWatch falling = made.of(RULE);
        MeasureWatch steady = made.read(codec.encode(new MeasureWatch(RULE)), RULE);
        List<Line> fall = Vectors.stream("drop10_50");
        List<Line> others = Vectors.stream("clean_iid_50");

        // When
        Recorded listener = new Recorded();
        for (int i = 0; i < Math.max(fall.size(), others.size()); i++) {
            if (i < fall.size()) {
                fall.get(i).applyTo(falling, listener);
            }
            if (i < others.size()) {
                others.get(i).applyTo(steady, listener);
            }
        }

        // Then
        assertThat(codec.encode(falling)).isEqualTo(codec.encode(alone(fall)));
        assertThat(codec.encode(steady)).isEqualTo(codec.encode(alone(others)));
    }

    private static MeasureWatch alone(List<Line> lines) {
        MeasureWatch watch = new MeasureWatch(RULE);
        Recorded listener = new Recorded();
        lines.forEach(line -> line.applyTo(watch, listener));
        return watch;
    }
}
