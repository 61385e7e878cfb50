package heed.schemas.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RemainderTest {

    private static final int MINIMUM = 10;

    @Test
    void tellsAllWhereNothingOrEnoughIsLeft() {
        // When // Then
        assertThat(Remainder.untold(100, Map.of("A", 60L, "B", 40L), MINIMUM)).isEmpty();
        assertThat(Remainder.untold(110, Map.of("A", 60L, "B", 40L), MINIMUM)).isEmpty();
        assertThat(Remainder.untold(109, Map.of("A", 60L, "B", 40L), MINIMUM)).containsExactly("B");
    }

    @Test
    void hidesTheSmallestBesideOneThatIsTooSmall() {
        // When // Then
        assertThat(Remainder.untold(103, Map.of("A", 60L, "B", 40L, "X", 3L), MINIMUM))
                .containsExactly("B");
        assertThat(Remainder.untold(63, Map.of("A", 60L, "X", 3L), MINIMUM)).containsExactly("A");
    }

    @Test
    void hidesOfEqualOnesTheFirstByName() {
        // When // Then
        assertThat(Remainder.untold(83, Map.of("C", 40L, "B", 40L, "X", 3L), MINIMUM))
                .containsExactly("B");
    }

    @Test
    void hidesNothingMoreWhereTwoSmallOnesAreEnoughTogether() {
        // When // Then
        assertThat(Remainder.untold(70, Map.of("A", 60L, "X", 3L, "Y", 7L), MINIMUM))
                .isEmpty();
    }

    @Property
    void leavesNothingOrEnough(
            @ForAll @Size(max = 6) Map<@IntRange(max = 9) Integer, @IntRange(max = 40) Integer> wards,
            @ForAll @IntRange(max = 15) int without) {
        // Given
        Map<String, Long> parts = wards.entrySet().stream()
                .collect(Collectors.toMap(each -> "W" + each.getKey(), each -> (long) each.getValue()));
        long whole =
                without + parts.values().stream().mapToLong(Long::longValue).sum();

        // When
        var untold = Remainder.untold(whole, parts, MINIMUM);

        // Then
        long told = parts.entrySet().stream()
                .filter(part -> part.getValue() >= MINIMUM && !untold.contains(part.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
        assertThat(told == whole || told == 0 || whole - told >= MINIMUM).isTrue();
    }
}
