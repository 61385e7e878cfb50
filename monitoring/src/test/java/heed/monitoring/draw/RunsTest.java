package heed.monitoring.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RunsTest {

    @Test
    void endsARunAtEveryGap() {
        // When
        List<List<Integer>> runs = Runs.of(List.of(-1, 1, 2, -1, -1, 3), number -> number > 0);

        // Then
        assertThat(runs).containsExactly(List.of(1, 2), List.of(3));
    }

    @Test
    void findsNoRunWhereNothingIsKnown() {
        // When
        List<List<Integer>> runs = Runs.of(List.of(-1, -1), number -> number > 0);

        // Then
        assertThat(runs).isEmpty();
    }
}
