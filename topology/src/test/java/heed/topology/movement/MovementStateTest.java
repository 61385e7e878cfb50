package heed.topology.movement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import heed.schemas.Channel;
import heed.schemas.ChannelDay;
import heed.schemas.ChannelTally;
import heed.schemas.record.RecordCopy;
import heed.topology.ChangelogFixture;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class MovementStateTest {

    private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");
    private static final int MINIMUM = 20;

    private final MovementState state = new MovementState(MINIMUM);
    private final NavigableMap<LocalDate, Level> levels = new TreeMap<>();

    @Test
    void theFirstWeekIsOfLevelNothingAndTheNextSaysByHowMuchHospitalsMoved() {
        // Given
        for (int hospital = 0; hospital < 10; hospital++) {
            state.put(day("H" + hospital, 0, 100, 60 + hospital));
            state.put(day("H" + hospital, 9, 100, 58 + hospital));
        }

        // When
        commit(state);

        // Then
        assertThat(levels.get(MONDAY).level()).isZero();
        assertThat(levels.get(MONDAY).weeksBefore()).isZero();
        Level next = levels.get(MONDAY.plusWeeks(1));
        assertThat(next.level()).isCloseTo(-0.02, within(1e-12));
        assertThat(next.moved()).isCloseTo(-0.02, within(1e-12));
        assertThat(next.error()).isCloseTo(0, within(1e-9));
        assertThat(next.hospitals()).isEqualTo(10);
    }

    @Test
    void aHospitalThatFallsByItselfDoesNotMoveTheOthers() {
        // Given
        for (int hospital = 0; hospital < 10; hospital++) {
            state.put(day("H" + hospital, 0, 100, 80));
            state.put(day("H" + hospital, 7, 100, hospital == 0 ? 40 : 79));
        }

        // When
        commit(state);

        // Then
        assertThat(levels.get(MONDAY.plusWeeks(1)).level()).isCloseTo(-0.01, within(1e-12));
    }

    @Test
    void hospitalsThatComeLaterAreComparedWithThemselvesOnceTheyHaveAWeek() {
        // Given
        for (int hospital = 0; hospital < 11; hospital++) {
            for (int week = 0; week < 3; week++) {
                if (hospital > 0 || week > 0) {
                    state.put(day("H" + hospital, 7 * week, 100, hospital == 0 ? 20 - week : 80 - week));
                }
            }
        }

        // When
        commit(state);

        // Then
        assertThat(levels.values()).extracting(Level::hospitals).containsExactly(10, 10, 11);
        assertThat(levels.get(MONDAY.plusWeeks(2)).level()).isCloseTo(-0.02, within(1e-12));
        assertThat(levels.get(MONDAY.plusWeeks(2)).moved()).isCloseTo(-0.015, within(1e-12));
    }

    @Test
    void nineHospitalsHaveNoLevelAndTheTenthGivesAndTakesIt() {
        // Given
        for (int hospital = 0; hospital < 9; hospital++) {
            state.put(day("H" + hospital, 0, 100, 80));
        }
        state.put(day("H9", 0, MINIMUM - 1, 10));
        commit(state);
        int ofNine = levels.size();
        state.put(day("H9", 0, MINIMUM, 10));
        commit(state);
        int ofTen = levels.size();

        // When
        state.put(day("H9", 0, MINIMUM - 1, 10));
        commit(state);

        // Then
        assertThat(ofNine).isZero();
        assertThat(ofTen).isOne();
        assertThat(levels).isEmpty();
    }

    @Property(tries = 50)
    void levelsAreThoseOfTheNewestDaysInWhateverOrderTheyCameAndWereSaid(@ForAll Random random) {
        // Given
        List<ChannelDay> days = new ArrayList<>();
        for (int hospital = 0; hospital < 12; hospital++) {
            for (int week = 0; week < 4; week++) {
                days.add(day("H" + hospital, 7 * week + hospital % 7, 30 + hospital, 15 + random.nextInt(15)));
            }
        }
        MovementState once = new MovementState(MINIMUM);
        days.forEach(once::put);
        NavigableMap<LocalDate, Level> expected = new TreeMap<>();
        commit(once, expected);

        // When
        MovementState often = new MovementState(MINIMUM);
        NavigableMap<LocalDate, Level> told = new TreeMap<>();
        for (ChannelDay day : shuffled(days, random)) {
            ChannelDay other = RecordCopy.of(day, ChannelDay.newBuilder())
                    .setTallies(List.of())
                    .build();
            often.put(random.nextBoolean() ? day : other);
            commit(often, told);
        }
        for (ChannelDay day : shuffled(days, random)) {
            often.put(day);
            commit(often, told);
        }

        // Then
        assertThat(told).isEqualTo(expected).isNotEmpty();
    }

    @Test
    void aRestoredStateSaysNothingAnewAndGoesOnAsIfNothingHadHappened() {
        // Given
        ChangelogFixture changelog = new ChangelogFixture();
        for (int hospital = 0; hospital < 12; hospital++) {
            state.put(day("H" + hospital, 0, 100, 60 + hospital));
            state.put(day("H" + hospital, 7, 100, 57 + hospital % 3));
        }
        commit(state);
        changelog.commit(state);

        // When
        MovementState restored = changelog.restore(new MovementState(MINIMUM));
        restored.restored();
        NavigableMap<LocalDate, Level> anew = new TreeMap<>();
        commit(restored, anew);
        int saidAnew = anew.size();
        restored.put(day("H5", 7, 100, 90));
        commit(restored, anew);
        state.put(day("H5", 7, 100, 90));
        commit(state);

        // Then
        assertThat(saidAnew).isZero();
        assertThat(anew).hasSize(1);
        assertThat(anew.get(MONDAY.plusWeeks(1))).isEqualTo(levels.get(MONDAY.plusWeeks(1)));
    }

    private void commit(MovementState from) {
        commit(from, levels);
    }

    private static void commit(MovementState from, NavigableMap<LocalDate, Level> into) {
        from.forEachMoved((measure, monday, level, asOfMs) -> {
            if (level == null) {
                into.remove(LocalDate.ofEpochDay(monday));
            } else {
                into.put(LocalDate.ofEpochDay(monday), level);
            }
        });
    }

    private static List<ChannelDay> shuffled(List<ChannelDay> days, Random random) {
        List<ChannelDay> shuffled = new ArrayList<>(days);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    /** A day on which {@code positive} of {@code n} people were content, {@code after} the first Monday. */
    private static ChannelDay day(String hospital, int after, long n, long positive) {
        LocalDate date = MONDAY.plusDays(after);
        Instant start = date.atStartOfDay(ZoneOffset.UTC).toInstant();
        return ChannelDay.newBuilder()
                .setHospital(hospital)
                .setQuestionnaire("fft-2020")
                .setStart(start)
                .setEnd(start.plusSeconds(86_400))
                .setLabel(date.toString())
                .setTallies(List.of(new ChannelTally(
                        Channel.SMS, "fft-2020.positive", n, positive * 10_000, positive * 100_000_000)))
                .setMinimum(1)
                .setAsOf(start.plusSeconds(43_200))
                .build();
    }
}
