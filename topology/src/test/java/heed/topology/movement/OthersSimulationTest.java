package heed.topology.movement;

import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.Audience;
import heed.schemas.Drop;
import heed.schemas.DropPhase;
import heed.schemas.DropState;
import heed.schemas.DropTurn;
import heed.schemas.Movement;
import heed.schemas.Severity;
import heed.schemas.WatchTime;
import heed.schemas.figures.Counted;
import heed.schemas.figures.FallVerdict;
import heed.schemas.figures.SharedFall;
import heed.schemas.key.WeekKey;
import heed.topology.detect.Comeback;
import heed.topology.detect.Loss;
import heed.topology.detect.MeasureWatch;
import heed.topology.detect.WatchEvent;
import heed.topology.detect.WatchListener;
import heed.topology.detect.WatchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Simulates hospitals that a season moves together, and some that fall by themselves meanwhile, and asks whose fall
 * each drop is said to be. The figures are those of docs/detection.md.
 *
 * <p>Hospitals have scores of .90, with a standard deviation of .03; answers of a day correlate at .02. A hospital that
 * falls has a twin that does not among those that are taken together.
 */
@Tag("simulation")
class OthersSimulationTest {

    private static final long FIRST_DAY = 19_999;
    private static final long DAY_MS = 86_400_000;
    private static final double YEAR = 365.25;
    private static final double DAYS_SD = Math.sqrt(.02 * .09);
    private static final int WEEK = 7;
    private static final long SEED = 1;

    /**
     * What is said: at the end of the alarm's week, ever, and at last. Of own falls from their first whole week on,
     * also where a drop of the season was open when they came.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    40 | 100 | .03 | 0   | 80 drops, SHARED 46/78/78 OWN 3/9/0 UNKNOWN 31/34/2
                    40 | 100 | .03 | .10 | 40 drops, SHARED 0/0/0 OWN 40/40/40 UNKNOWN 0/0/0
                    """)
    void aSeasonIsSaidToBeSharedAndAnOwnFallIsNotExcused(
            int hospitals, int perDay, double season, double fall, String expected) {
        // When
        Outcome outcome = live(hospitals, perDay, season, fall, 2);

        // Then
        assertThat(outcome).hasToString(expected);
    }

    static Outcome live(int hospitals, int perDay, double season, double fall, int years) {
        World world = new World(hospitals, perDay, season, (int) (years * YEAR));
        List<Life> lives = new ArrayList<>();
        for (int hospital = 0; hospital < hospitals; hospital++) {
            lives.add(world.live(hospital, 0));
        }
        world.together(lives);
        List<List<FallVerdict>> said = new ArrayList<>();
        for (int hospital = 0; hospital < hospitals; hospital++) {
            Life life = fall == 0 ? lives.get(hospital) : world.live(hospital, fall);
            if (fall == 0) {
                life.drops.forEach(drop -> said.add(world.said(life, drop, drop.alarm)));
            } else {
                long onset = world.onset(hospital, fall);
                life.drops.stream()
                        .filter(drop -> drop.alarm >= onset || drop.recovered == 0 || drop.recovered > onset)
                        .findFirst()
                        .ifPresent(drop -> said.add(world.said(life, drop, Math.max(drop.alarm, onset + WEEK))));
            }
        }
        return new Outcome(said);
    }

    /** What was said of each drop, at its alarm and then at the end of each week. */
    record Outcome(List<List<FallVerdict>> drops) {

        private String counts(FallVerdict verdict) {
            long atOnce = drops.stream().filter(said -> said.get(0) == verdict).count();
            long ever = drops.stream().filter(said -> said.contains(verdict)).count();
            long atLast = drops.stream()
                    .filter(said -> said.get(said.size() - 1) == verdict)
                    .count();
            return " " + verdict + " " + atOnce + "/" + ever + "/" + atLast;
        }

        @Override
        public String toString() {
            return drops.size() + " drops," + counts(FallVerdict.SHARED) + counts(FallVerdict.OWN)
                    + counts(FallVerdict.UNKNOWN);
        }
    }

    /** All hospitals, and what they do together. */
    private static final class World {

        private final int hospitals;
        private final int perDay;
        private final double season;
        private final int days;
        private final NavigableMap<LocalDate, Movement> all = new TreeMap<>();

        World(int hospitals, int perDay, double season, int days) {
            this.hospitals = hospitals;
            this.perDay = perDay;
            this.season = season;
            this.days = days;
        }

        /** From a year and an eighth on, spread over the quarter in which the season goes down. */
        long onset(int hospital, double fall) {
            return fall == 0 ? Long.MAX_VALUE : FIRST_DAY + (long) (YEAR * (1.375 + .25 * hospital / hospitals));
        }

        Life live(int hospital, double fall) {
            Random random = new Random(SEED * 1_000_003 + hospital * 31L + (fall > 0 ? 17 : 0));
            double usual = .9 + .03 * new Random(SEED + hospital).nextGaussian();
            Life life = new Life();
            for (long day = FIRST_DAY; day < FIRST_DAY + days; day++) {
                double p = usual
                        + season * Math.sin(2 * Math.PI * (day - FIRST_DAY) / YEAR)
                        + DAYS_SD * random.nextGaussian()
                        - (day >= onset(hospital, fall) ? fall : 0);
                for (int i = 0; i < perDay; i++) {
                    life.answer(day, i * 24 / perDay, random.nextDouble() < p);
                }
            }
            return life;
        }

        void together(List<Life> lives) {
            MeasureWeeks weeks = new MeasureWeeks(10);
            TreeMap<Long, Long> asOf = new TreeMap<>();
            for (int i = 0; i < lives.size(); i++) {
                String code = "H" + i;
                lives.get(i).days.forEach((day, tally) -> {
                    weeks.set(code, day, tally[0], tally[1] * 10_000);
                    asOf.merge(MeasureWeeks.monday(day), (day + 1) * DAY_MS - 1, Math::max);
                });
            }
            weeks.update(asOf, (monday, level, asOfMs) -> all.put(LocalDate.ofEpochDay(monday), record(monday, level)));
        }

        private static Movement record(long monday, Level level) {
            return Movement.newBuilder()
                    .setMeasure("fft-2020.positive")
                    .setWeek(WeekKey.at("fft-2020.positive", LocalDate.ofEpochDay(monday))
                            .week())
                    .setMonday((int) monday)
                    .setLevel(level.level())
                    .setError(level.error())
                    .setWeeksBefore(level.weeksBefore())
                    .setHospitals(level.hospitals())
                    .setMinimum(10)
                    .setAsOf(Instant.ofEpochMilli(level.asOfMs()))
                    .build();
        }

        /** Weeks are looked at when they are over, from that of a day on. */
        List<FallVerdict> said(Life life, Found drop, long from) {
            List<FallVerdict> said = new ArrayList<>();
            long last = Math.min(drop.recovered == 0 ? Long.MAX_VALUE : drop.recovered + WEEK, FIRST_DAY + days - WEEK);
            long first = MeasureWeeks.monday(from);
            for (long monday = first; monday == first || monday <= last; monday += WEEK) {
                LocalDate until = LocalDate.ofEpochDay(monday);
                NavigableMap<LocalDate, Counted> own = new TreeMap<>();
                life.days.forEach((day, tally) -> {
                    LocalDate week = LocalDate.ofEpochDay(MeasureWeeks.monday(day));
                    if (!week.isAfter(until)) {
                        own.merge(
                                week, new Counted(tally[0], tally[1] * 10_000, tally[1] * 100_000_000), Counted::plus);
                    }
                });
                said.add(SharedFall.of(drop.record(), ZoneOffset.UTC, own, new HashMap<>(all.headMap(until, true)), 10)
                        .map(SharedFall::verdict)
                        .orElse(FallVerdict.UNKNOWN));
            }
            return said;
        }
    }

    private static final class Found {

        private final long alarm;
        private final double icc;
        private final List<DropTurn> turns = new ArrayList<>();
        private long sinceMs;
        private long again;
        private long recovered;

        Found(long alarm, long sinceMs, double icc) {
            this.alarm = alarm;
            this.sinceMs = sinceMs;
            this.icc = icc;
            turn(alarm, DropPhase.OPEN);
        }

        void raiseAgain(long day, long newSinceMs) {
            if (recovered != 0) {
                turn(recovered, DropPhase.RECOVERED);
            }
            again = day;
            sinceMs = newSinceMs;
            turn(day, DropPhase.REOPENED);
            recovered = 0;
        }

        private void turn(long day, DropPhase phase) {
            turns.add(new DropTurn(Instant.ofEpochMilli(day * DAY_MS), phase, .85, Instant.ofEpochMilli(sinceMs)));
        }

        Drop record() {
            return Drop.newBuilder()
                    .setDropId("d")
                    .setHospital("H1")
                    .setMeasure("fft-2020.positive")
                    .setState(DropState.OPEN)
                    .setPhase(DropPhase.OPEN)
                    .setWatchTime(WatchTime.GIVEN)
                    .setSeverity(Severity.MINOR)
                    .setBaseline(.9)
                    .setScore(.85)
                    .setScoreLow(.8)
                    .setScoreHigh(.9)
                    .setFall(.05)
                    .setTunedFall(.05)
                    .setEvidence(1)
                    .setEvidenceYears(2)
                    .setFalseAlarmDays(730)
                    .setResponsesUsed(100)
                    .setIcc(icc)
                    .setRuleVersion("watch-1")
                    .setAudience(Audience.INTERNAL)
                    .setSince(Instant.ofEpochMilli(sinceMs))
                    .setOpenedAt(Instant.ofEpochMilli(alarm * DAY_MS))
                    .setReopenedAt(again == 0 ? null : Instant.ofEpochMilli(again * DAY_MS))
                    .setRecoveredAt(recovered == 0 ? null : Instant.ofEpochMilli(recovered * DAY_MS))
                    .setAsOf(Instant.ofEpochMilli(alarm * DAY_MS))
                    .setTrail(List.of())
                    .setTurns(turns)
                    .setMix(List.of())
                    .build();
        }
    }

    /** One hospital. */
    private static final class Life implements WatchListener {

        private final MeasureWatch watch = new MeasureWatch(new WatchRule(730));
        private final Comeback comeback = new Comeback();
        private final NavigableMap<Long, long[]> days = new TreeMap<>();
        private final List<Found> drops = new ArrayList<>();

        void answer(long day, int hour, boolean content) {
            long[] tally = days.computeIfAbsent(day, each -> new long[2]);
            tally[0]++;
            tally[1] += content ? 1 : 0;
            watch.add(day, hour, Loss.ofBasisPoints(content ? 10_000 : 0), day * DAY_MS + hour * 3_600_000L, this);
            if (comeback.isBack(watch)) {
                comeback.end(day);
                drops.get(drops.size() - 1).recovered = day;
            }
        }

        @Override
        public void alarm(WatchEvent.Alarm event) {
            long day = event.atMs() / DAY_MS;
            if (comeback.raisesAgain(event.score(), day)) {
                drops.get(drops.size() - 1).raiseAgain(day, event.since(ZoneOffset.UTC));
            } else {
                drops.add(new Found(day, event.since(ZoneOffset.UTC), event.icc()));
            }
            comeback.alarm(watch, event.score(), day);
        }

        @Override
        public void learned(WatchEvent.Learned event) {
            comeback.learned(watch);
        }

        @Override
        public void escalated(WatchEvent.Escalated event) {
            // Its size is another matter.
        }

        @Override
        public void sealed(WatchEvent.Sealed day) {
            comeback.seal(watch, day);
        }

        @Override
        public void recovered(WatchEvent.Recovered event) {
            // At least half of the fall is gone: the drop goes on until the score is back.
        }
    }
}
