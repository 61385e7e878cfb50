package heed.topology.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every rise. */
class RiseLawsTest {

    private static final WatchRule RULE = new WatchRule(365);
    private static final long CHANGED = 20_100;

    /** Near, not equal: drops are judged with the open days too, and with what was usual when a day opened. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void aRiseIsTheDropOfTheMirroredAnswersSaidTheOtherWayRound(long seed) {
        // Given
        Random random = new Random(seed);
        List<Line> stream = days(random, CHANGED - 90, CHANGED, .75);
        stream.addAll(days(random, CHANGED, CHANGED + 60, .92));

        // When
        Recorded rising = new Recorded();
        Recorded falling = new Recorded();
        MeasureWatch key = new MeasureWatch(RULE);
        MeasureWatch mirror = new MeasureWatch(RULE);
        for (Line line : stream) {
            key.add(line.day(), line.hour(), line.loss(), line.atMs(), rising);
            mirror.add(line.day(), line.hour(), Loss.WORST - line.loss(), line.atMs(), falling);
        }

        // Then
        WatchEvent.Rise rise = firstOf(rising.rises());
        WatchEvent.Alarm drop = firstOf(falling.events().stream()
                .filter(WatchEvent.Alarm.class::isInstance)
                .map(WatchEvent.Alarm.class::cast)
                .toList());
        assertThat(rise.baseline()).isCloseTo(1 - drop.baseline(), within(.02));
        assertThat(rise.score()).isCloseTo(1 - drop.score(), within(.05));
        assertThat(rise.rise()).isCloseTo(drop.drop(), within(.05));
        assertThat((rise.sinceLocalMs() - drop.sinceLocalMs()) / 86_400_000.0).isBetween(-3.0, 3.0);
        assertThat((rise.atMs() - drop.atMs()) / 86_400_000.0).isBetween(1.0, 8.0);
    }

    @Property(tries = 60)
    void neitherOrderNorUndoneAnswersWithinTheOpenDaysChangeARise(@ForAll long seed) {
        // Given
        Random random = new Random(seed);
        List<Line> before = days(random, CHANGED - 90, CHANGED, .75);
        List<Line> plain = new ArrayList<>(before);
        List<Line> untidy = new ArrayList<>(before);
        for (long day = CHANGED; day < CHANGED + 20; day++) {
            List<Line> answers = days(random, day, day + 1, .95);
            plain.addAll(answers);
            Line undone = Streams.answer(random, day, .2);
            untidy.add(undone);
            for (int i = answers.size() - 1; i >= 0; i--) {
                untidy.add(answers.get(i));
            }
            untidy.add(undone.retracted());
        }

        // When
        Recorded expected = recordedOf(plain);
        Recorded actual = recordedOf(untidy);

        // Then
        // A drop that an undone answer raised stays, and with it what is no longer learned.
        Assume.that(hasNoDrop(expected) && hasNoDrop(actual));
        assertThat(expected.rises()).isNotEmpty();
        assertThat(actual.rises())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("atMs")
                .isEqualTo(expected.rises());
    }

    private static boolean hasNoDrop(Recorded recorded) {
        return recorded.events().stream().noneMatch(WatchEvent.Alarm.class::isInstance);
    }

    private static Recorded recordedOf(List<Line> stream) {
        Recorded recorded = new Recorded();
        MeasureWatch key = new MeasureWatch(RULE);
        stream.forEach(line -> line.applyTo(key, recorded));
        return recorded;
    }

    private static <E> E firstOf(List<E> events) {
        assertThat(events).isNotEmpty();
        return events.get(0);
    }

    private static List<Line> days(Random random, long first, long end, double mean) {
        List<Line> lines = new ArrayList<>();
        for (long day = first; day < end; day++) {
            for (int i = 0; i < 20; i++) {
                lines.add(new Line(
                        day * 86_400_000 + random.nextInt(86_400_000),
                        random.nextDouble() < mean ? 10_000 : 0,
                        Line.Kind.ANSWER));
            }
        }
        return lines;
    }
}
