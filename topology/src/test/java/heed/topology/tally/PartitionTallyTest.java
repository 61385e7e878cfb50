package heed.topology.tally;

import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.rejected.RejectionReason;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartitionTallyTest {

    private final PartitionTally tally = new PartitionTally();

    private static PartitionTally restored(byte[] row) {
        PartitionTally restored = new PartitionTally();
        restored.restore(new byte[0], row);
        return restored;
    }

    @Test
    void countsWhatComesInApartFromWhatBecomesOfIt() {
        // When
        tally.read();
        tally.read();
        tally.read();
        tally.count(Outcome.COUNTED);
        tally.reject(RejectionReason.BAD_UNIT);

        // Then
        assertThat(tally.in()).isEqualTo(3);
        assertThat(tally.accountedFor()).isEqualTo(2);
    }

    @Test
    void remembersBothSidesAndSoWhatWasLost() {
        // Given
        tally.read();
        tally.read();
        tally.count(Outcome.DUPLICATE);
        List<byte[]> rows = new ArrayList<>();

        // When
        tally.writeChanges((key, value) -> rows.add(value));
        PartitionTally restored = restored(rows.get(0));

        // Then
        assertThat(restored.in()).isEqualTo(2);
        assertThat(restored.accountedFor()).isEqualTo(1);
        assertThat(restored.of(Outcome.DUPLICATE)).isEqualTo(1);
    }
}
