package heed.topology.detect.mix;

import static org.assertj.core.api.Assertions.assertThat;

import heed.topology.row.RowWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Days in one array are what they would be as objects of a list. */
class SealedDaysTest {

    private static final int CATEGORIES = 5;
    private static final int[] ORDER = {3, 0, 4};

    @Property(tries = 200)
    void daysOfAnArrayAreThoseOfAList(
            @ForAll long seed, @ForAll @IntRange(max = 60) int size, @ForAll @IntRange(max = 60) int taken) {
        // Given
        Random random = new Random(seed);
        List<DaysApart.Day> days = new ArrayList<>();
        SealedDays sealed = new SealedDays();
        for (int i = 0; i < size; i++) {
            days.add(new DaysApart.Day(-20 + 2L * i, counts(random)));
            sealed.add(days.get(i));
        }
        int count = Math.min(size, taken);

        // When
        List<DaysApart.Day> oldest = sealed.takeOldest(count);
        DaysApart.Day last = new DaysApart.Day(200, counts(random));
        sealed.add(last);

        // Then
        List<DaysApart.Day> left = new ArrayList<>(days.subList(count, size));
        left.add(last);
        List<DaysApart.Day> copied = new ArrayList<>();
        sealed.copyTo(copied);
        assertThat(written(oldest)).isEqualTo(written(days.subList(0, count)));
        assertThat(written(copied)).isEqualTo(written(left));
        assertThat(written(sealed)).isEqualTo(written(left));
        assertThat(sealed.size()).isEqualTo(left.size());
        assertThat(sealed.answers())
                .isEqualTo(left.stream().mapToInt(day -> day.counts().answers()).sum());
        for (int category = 0; category < CATEGORIES; category++) {
            assertThat(sealed.answers(category, 31)).isEqualTo(answers(left, category, 31));
        }
        assertThat(sealed.countBefore(31))
                .isEqualTo((int) left.stream().filter(day -> day.date() < 31).count());
    }

    @Property(tries = 200)
    void daysThatNeedNotStayAreTheOldestOfManyAndOfThoseWithEnoughAnswers(
            @ForAll long seed, @ForAll @IntRange(max = 60) int size, @ForAll @IntRange(max = 900) int enough) {
        // Given
        Random random = new Random(seed);
        List<DaysApart.Day> left = new ArrayList<>();
        SealedDays sealed = new SealedDays();
        for (int i = 0; i < size; i++) {
            left.add(new DaysApart.Day(i, counts(random)));
            sealed.add(left.get(i));
        }

        // When
        int tooMany = sealed.countTooMany(12, 37, enough);

        // Then
        while (left.size() > 37
                || (left.size() > 12
                        && left.stream().mapToInt(day -> day.counts().answers()).sum() > enough)) {
            left.remove(0);
        }
        assertThat(tooMany).isEqualTo(size - left.size());
    }

    @Test
    void hasRoomForOneMoreDayAndGivesBackThatOfDaysThatWereTakenOut() {
        // Given
        Counts wide = new Counts();
        wide.add(60);
        wide.add(23, 60);
        SealedDays sealed = new SealedDays();

        // When
        List<Integer> rooms = new ArrayList<>();
        for (int i = 0; i < 37; i++) {
            sealed.add(new DaysApart.Day(i, wide));
        }
        rooms.add(sealed.room());
        for (int left : new int[] {30, 10, 1, 0}) {
            sealed.takeOldest(sealed.size() - left);
            rooms.add(sealed.room());
        }

        // Then
        // Each has 52 numbers: four, and two of each of 24 categories.
        assertThat(rooms).containsExactly(38 * 52, 38 * 52, 10 * 52, 52, 0);
    }

    private static Counts counts(Random random) {
        Counts counts = new Counts();
        for (int i = random.nextInt(30); i > 0; i--) {
            int loss = random.nextInt(61);
            counts.add(loss);
            if (random.nextBoolean()) {
                counts.add(random.nextInt(CATEGORIES), loss);
            }
        }
        return counts;
    }

    private static int answers(List<DaysApart.Day> days, int category, long end) {
        return days.stream()
                .filter(day -> day.date() < end)
                .mapToInt(day -> day.counts().answers(category))
                .sum();
    }

    private static List<Integer> written(SealedDays sealed) {
        RowWriter row = new RowWriter();
        sealed.write(row, 300, ORDER);
        return bytes(row);
    }

    private static List<Integer> written(List<DaysApart.Day> days) {
        RowWriter row = new RowWriter();
        for (DaysApart.Day day : days) {
            row.number(300 - day.date());
            day.counts().write(row, ORDER);
        }
        return bytes(row);
    }

    private static List<Integer> bytes(RowWriter row) {
        byte[] bytes = row.toBytes();
        return IntStream.range(0, bytes.length).mapToObj(i -> (int) bytes[i]).toList();
    }
}
