package heed.topology.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TiltTest {

    @Property(tries = 200)
    void newtonFindsTheRootThatBisectionFinds(
            @ForAll long seed, @ForAll("sparseness") int sparseness, @ForAll("targets") double target) {
        // Given
        Random random = new Random(seed);
        Map<Integer, Integer> losses = new HashMap<>();
        for (int loss = 0; loss < Loss.LEVELS; loss++) {
            if (random.nextInt(sparseness) == 0) {
                losses.put(loss, 1 + random.nextInt(1 << random.nextInt(16)));
            }
        }
        Tilt tilt = new Tilt(Tallies.baseline(Map.of("h", losses)));

        // When
        double newton = tilt.reaching(target, random.nextDouble() * 10 - 5);

        // Then
        assertThat(newton).isCloseTo(bisected(losses, target), within(1e-10));
    }

    /** Here a step leads from one end of the bracket to the other, and the next one back. */
    @Example
    void findsTheRootWhereNewtonsStepsGoToAndFro() {
        // Given
        Map<Integer, Integer> first = Map.of(24, 15, 40, 13_017, 52, 2_477);
        Map<Integer, Integer> second = Map.of(17, 1, 43, 431, 58, 4_270);

        // When
        double one = new Tilt(Tallies.baseline(Map.of("h", first))).reaching(.41347090908834677, -3.6214627239582753);
        double other = new Tilt(Tallies.baseline(Map.of("h", second))).reaching(.5578204020992673, 3.64703558245343);

        // Then
        assertThat(one).isCloseTo(bisected(first, .41347090908834677), within(1e-10));
        assertThat(other).isCloseTo(bisected(second, .5578204020992673), within(1e-10));
    }

    @Provide
    Arbitrary<Integer> sparseness() {
        return Arbitraries.of(1, 2, 10, 40);
    }

    @Provide
    Arbitrary<Double> targets() {
        return Arbitraries.doubles().between(.01, .98);
    }

    private static double bisected(Map<Integer, Integer> losses, double target) {
        double low = -80;
        double high = 80;
        for (int step = 0; step < 100; step++) {
            double t = (low + high) / 2;
            double sum = 0;
            double first = 0;
            for (int loss = 0; loss <= 60; loss++) {
                double w = (losses.getOrDefault(loss, 0) + (loss % 60 == 0 ? .5 : 0)) * StrictMath.exp(t * loss / 60.0);
                sum += w;
                first += w * loss / 60.0;
            }
            if (first / sum < target) {
                low = t;
            } else {
                high = t;
            }
        }
        return low;
    }
}
