package heed.topology.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WeighingRoomTest {

    private static final int NOON = 12;

    private final DropOdds odds = TiltOdds.freeze(LearnedBaseline.ofForty(), 0);

    @Test
    void keepsTheOddsOfADayWhateverIsWeighedInAnotherRoom() {
        // Given
        WeighingRoom room = new WeighingRoom();
        room.weigh(hours(Loss.WORST), odds);
        List<Double> before = List.of(room.from(0, 2), room.from(NOON, 2), room.from(NOON + 1, 2));

        // When
        new WeighingRoom().weigh(hours(0), odds);

        // Then
        assertThat(before.get(0)).isGreaterThan(1).isEqualTo(before.get(1));
        assertThat(before.get(2)).isEqualTo(1);
        assertThat(List.of(room.from(0, 2), room.from(NOON, 2), room.from(NOON + 1, 2)))
                .isEqualTo(before);
    }

    @Test
    void forgetsADayWithTheNext() {
        // Given
        WeighingRoom room = new WeighingRoom();
        room.weigh(hours(Loss.WORST), odds);

        // When
        room.weigh(hours(0), odds);

        // Then
        assertThat(room.from(0, 2)).isLessThan(1);
    }

    private static HourTally hours(int loss) {
        HourTally hours = new HourTally();
        hours.add(NOON, loss);
        return hours;
    }
}
