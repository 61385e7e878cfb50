package heed.topology.league;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SpreadSortTest {

    @ParameterizedTest
    @MethodSource("numbers")
    void sortsAsAnyOtherSortDoes(long[] numbers) {
        // Given
        long[] expected = numbers.clone();
        Arrays.sort(expected);

        // When
        long[] sorted = new SpreadSort(numbers.length).sort(numbers);

        // Then
        assertThat(sorted).isEqualTo(expected);
    }

    @Property
    void sortsWhateverNumbersThereAre(@ForAll long[] numbers) {
        // Given
        long[] expected = numbers.clone();
        Arrays.sort(expected);

        // When
        long[] sorted = new SpreadSort(numbers.length).sort(numbers);

        // Then
        assertThat(sorted).isEqualTo(expected);
    }

    @Test
    void knowsNothingOfWhatItSortedBefore() {
        // Given
        SpreadSort sort = new SpreadSort(3);
        sort.sort(new long[] {7, -1, 1L << 60});

        // When
        long[] sorted = sort.sort(new long[] {3, 2, 1});

        // Then
        assertThat(sorted).containsExactly(1, 2, 3);
    }

    static List<long[]> numbers() {
        Random random = new Random(7);
        long[] drawn =
                random.doubles(200).mapToLong(each -> (long) (each * 0x1p60)).toArray();
        long[] drawnNormal = IntStream.range(0, 200)
                .mapToLong(i -> (long) (random.nextGaussian() * 0x1p58))
                .toArray();
        long[] clumped = LongStream.range(0, 200).map(i -> i * 37 % 200).toArray();
        clumped[100] = Long.MAX_VALUE;
        return List.of(
                new long[0],
                new long[] {5},
                new long[] {Long.MAX_VALUE, Long.MIN_VALUE, 0, -1, 1},
                new long[] {4, 4, 4, 4},
                LongStream.range(0, 1_000).map(i -> -i).toArray(),
                drawn,
                drawnNormal,
                clumped);
    }
}
