package heed.app.study;

import heed.app.share.ShareCourse;
import heed.connectors.theme.weeks.WeekShare;
import heed.topology.detect.WatchRule;
import java.time.LocalDate;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Lets one theme of one simulated hospital live, and counts its comments as {@code heed.themes.v1} does, in steps. What
 * happens depends on the seed alone.
 */
final class SimulatedShare {

    static final int WEEKS_A_YEAR = 52;

    /** Of ten comments about a theme the model finds seven, and it takes one of 25 others for one about it. */
    private static final double FOUND = .7;

    private static final double TAKEN_FOR = .04;

    private static final int STEP = 10;
    private static final int FEWEST = WeekShare.FEWEST_STEPS * STEP;
    private static final double VOLUME_SPREAD = .15;
    private static final LocalDate FIRST = LocalDate.parse("2024-01-01");

    private final ShareWorld world;
    private final double comments;
    private final double usual;
    private final UniformRandomProvider random;
    private final ZigguratSampler.NormalizedGaussian normal;
    private final double phase;
    private final ShareCourse course;
    private double effect;
    private int week;
    private int watched;

    /** Begins a life with so many comments a week, of which a share is truly about the theme. */
    SimulatedShare(ShareWorld world, double comments, double usual, WatchRule rule, long seed) {
        this.world = world;
        this.comments = comments;
        this.usual = usual;
        this.random = RandomSource.XO_SHI_RO_256_PP.create(seed);
        this.normal = ZigguratSampler.NormalizedGaussian.of(random);
        this.phase = random.nextDouble();
        this.course = new ShareCourse(rule);
    }

    /** Lives a year to learn from and so many more, in which the share stays as it is. */
    void calm(int years) {
        for (int i = 0; i < (1 + years) * WEEKS_A_YEAR; i++) {
            live(0);
        }
    }

    /**
     * Lives a year, and then with a share that is larger by {@code rise}.
     *
     * @return weeks until it was told; infinite where it was not in a year, and where something was open before it NaN
     */
    double rise(double rise) {
        for (int i = 0; i < WEEKS_A_YEAR; i++) {
            live(0);
        }
        if (!course.isWatching()) {
            return Double.NaN;
        }
        int before = course.findings();
        for (int i = 1; i <= WEEKS_A_YEAR; i++) {
            live(rise);
            if (course.findings() > before) {
                return i;
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    private void live(double rise) {
        double many = comments * (week < WEEKS_A_YEAR ? 1 : world.later());
        int written = PoissonSampler.of(random, many * Math.exp(VOLUME_SPREAD * normal.sample()))
                .sample();
        double share = usual + rise + world.season() * Math.sin(2 * Math.PI * (week / (double) WEEKS_A_YEAR + phase));
        double labelled = ofWeek(share * FOUND + (1 - share) * TAKEN_FOR);
        int taken = written - written % STEP;
        int about = 0;
        for (int i = 0; i < taken; i++) {
            about += random.nextDouble() < labelled ? 1 : 0;
        }
        if (taken >= FEWEST) {
            watched += course.isWatching() ? 1 : 0;
            int least = about < STEP ? Math.min(about, 1) : about - about % STEP;
            int most = about == 0 ? 0 : Math.min(taken, about - about % STEP + STEP - 1);
            course.take(new WeekShare(FIRST.plusWeeks(week), taken, least, most));
        }
        week++;
    }

    private double ofWeek(double mean) {
        double scale = (1 - world.correlation()) / world.correlation();
        if (world.lag() == 0) {
            double about = gamma(mean * scale);
            return about / (about + gamma((1 - mean) * scale));
        }
        effect = world.lag() * effect + Math.sqrt(1 - world.lag() * world.lag()) * normal.sample();
        return Math.max(0, Math.min(1, mean + effect * Math.sqrt(world.correlation() * mean * (1 - mean))));
    }

    private double gamma(double shape) {
        return AhrensDieterMarsagliaTsangGammaSampler.of(random, shape, 1).sample();
    }

    int findings() {
        return course.findings();
    }

    double watchedDays() {
        return 7.0 * watched;
    }
}
