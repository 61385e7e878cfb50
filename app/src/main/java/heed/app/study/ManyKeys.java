package heed.app.study;

import heed.schemas.figures.FalseShare;
import heed.topology.detect.WatchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;
import org.apache.commons.rng.sampling.distribution.SharedStateDiscreteSampler;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Lets many keys live at the same time, of which some fall and stay low, and lists each week which have fallen. What
 * happens depends on the seed alone.
 */
final class ManyKeys {

    static final int SIZES = Study.DROPS.length;

    private static final int WEEK = 7;
    private static final int YEAR = 365;
    private static final int HOURS = 24;

    private final Scenario scenario;
    private final double volume;
    private final SharedDays shared;
    private final WatchRule rule;
    private final int keys;
    private final int fallen;
    private final int days;
    private final long seed;

    /**
     * Prepares a world.
     *
     * @param fallen how many of the keys fall, by 5, 10 and 20 points in turn, each at a random moment of the first
     *     half of the years that are watched
     */
    ManyKeys(Scenario scenario, double volume, Shock shock, int fallen, Study.Plan plan, long seed) {
        this.scenario = scenario;
        this.volume = volume;
        this.rule = plan.rule();
        this.keys = plan.keys();
        this.fallen = fallen;
        this.days = SimulatedKey.HISTORY_DAYS + plan.years() * YEAR;
        this.seed = seed;
        this.shared = new SharedDays(scenario, shock, days, Study.seed(seed, -1));
    }

    /** What became of one key. */
    private static final class Life {

        /** Of its fall, a place in {@link Study#DROPS}. */
        private final int size;
        /** The day on which it fell; beyond all days where it did not. */
        private final int onset;
        /** In years, at the end of each week. */
        private final double[] evidence;
        /** Whether a drop was open then. */
        private final boolean[] open;

        Life(int size, int onset, int weeks) {
            this.size = size;
            this.onset = onset;
            this.evidence = new double[weeks];
            this.open = new boolean[weeks];
        }

        boolean hasFallen(int week) {
            return onset < (week + 1) * WEEK;
        }
    }

    /** Lets all live and returns what the list of each week was like, by the share that may be false. */
    ListedKeys live(FalseShare share, ExecutorService threads) throws InterruptedException {
        List<Future<Life>> begun = new ArrayList<>();
        for (int key = 0; key < keys; key++) {
            int one = key;
            begun.add(threads.submit(() -> life(one)));
        }
        List<Life> lives = new ArrayList<>();
        for (Future<Life> life : begun) {
            lives.add(Study.result(life));
        }
        ListedKeys.Notes notes = new ListedKeys.Notes(fallen);
        for (int week = SimulatedKey.HISTORY_DAYS / WEEK; week < days / WEEK; week++) {
            note(week, lives, share, notes);
        }
        return notes.listed();
    }

    private void note(int week, List<Life> lives, FalseShare share, ListedKeys.Notes notes) {
        double[] evidence =
                lives.stream().mapToDouble(life -> life.evidence[week]).toArray();
        int chosen = share.chosen(keys, evidence);
        double least = chosen == 0 ? Double.POSITIVE_INFINITY : share.least(keys, chosen);
        int listed = 0;
        int wrong = 0;
        int open = 0;
        int wronglyOpen = 0;
        for (int key = 0; key < keys; key++) {
            Life life = lives.get(key);
            boolean fell = life.hasFallen(week);
            if (life.open[week]) {
                open++;
                wronglyOpen += fell ? 0 : 1;
            }
            if (evidence[key] >= least) {
                listed++;
                wrong += fell ? 0 : 1;
                if (fell) {
                    notes.found(key, life.size, (week + 1) * WEEK - life.onset);
                }
            }
        }
        notes.week(listed, wrong, open, wronglyOpen);
    }

    private Life life(int key) {
        UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(Study.seed(seed, key));
        SharedStateDiscreteSampler answersOfAnHour = PoissonSampler.of(random, volume / HOURS);
        int firstHalf = (days - SimulatedKey.HISTORY_DAYS) / 2;
        int onset = key < fallen ? SimulatedKey.HISTORY_DAYS + random.nextInt(firstHalf) : Integer.MAX_VALUE;
        Life life = new Life(key % SIZES, onset, days / WEEK);
        DayShares own = shared.own(random);
        FollowedWatch watch = new FollowedWatch(rule);
        double[] scores = scenario.scores();
        for (int i = 0; i < days; i++) {
            double[] shares = shared.shares(i, own, i >= onset ? Study.DROPS[life.size] : 0);
            for (int hour = 0; hour < HOURS; hour++) {
                int answers = answersOfAnHour.sample();
                for (int each = 0; each < answers; each++) {
                    double time = hour + (each + .5) / answers;
                    watch.answer(SimulatedKey.FIRST_DAY + i, time, scores[own.answer(shares)]);
                }
            }
            if (i % WEEK == WEEK - 1) {
                life.evidence[i / WEEK] = watch.evidenceYears();
                life.open[i / WEEK] = watch.open();
            }
        }
        return life;
    }
}
