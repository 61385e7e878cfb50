package heed.app.study.variants;

import heed.app.study.Detector;
import heed.app.study.Scenario;
import java.util.ArrayDeque;
import java.util.Deque;

/** The watch again, for answers in order, with the parts that a variant asks for. */
final class TrialWatch implements Detector {

    private static final int WEEK = 7;
    private static final int SIXTIETHS = 60;
    private static final double RECOVERY_DAYS = 60;

    private final Variant variant;
    private final double targetDays;
    private final double[] losses;
    private final TrialBaseline baseline;
    private final DayOdds[] odds;
    private final Deque<TrialDay> days = new ArrayDeque<>();
    private final TrialCount count = new TrialCount();
    private Status status = Status.LEARNING;
    private TrialDay today;
    private double drop;
    private double recoveryBefore;
    private double recoveryGap;
    private Tilted usual;
    private Tilted low;
    private double correlation;

    private enum Status {
        LEARNING,
        NORMAL,
        ALARM
    }

    /** Watches one key; {@code peers} are the usual differences of weekdays at its peers, in loss. */
    @SuppressWarnings("NullAway.Init") // The first answer opens a day, and a day that is judged has its distributions.
    TrialWatch(Scenario scenario, Variant variant, double targetDays, double[] peers) {
        this.variant = variant;
        this.targetDays = targetDays;
        double[] scores = scenario.scores();
        losses = new double[scores.length];
        for (int place = 0; place < losses.length; place++) {
            losses[place] = 1 - scores[place];
        }
        baseline = new TrialBaseline(losses, variant.weekdays(), peers);
        odds = new DayOdds[variant.falls().size()];
        for (int j = 0; j < odds.length; j++) {
            odds[j] = variant.odds() == Variant.Odds.TEMPERED
                    ? new TemperedOdds(losses, targetDays, variant.caution())
                    : new DirichletOdds(losses, targetDays, variant);
        }
    }

    @Override
    public void answer(long day, double hour, int place) {
        count.at(day + hour / 24);
        if (today == null || today.day != day) {
            open(day);
        }
        today.add(place, (int) Math.round(SIXTIETHS * losses[place]));
        if (today.judged) {
            judge((int) hour, place);
        } else if (status == Status.ALARM && today.judgedForRecovery && recovery() >= 1) {
            status = Status.NORMAL;
            days.forEach(TrialDay::deactivate);
            count.recovered();
        }
    }

    private void open(long day) {
        long previous = today == null ? day - 1 : today.day;
        if (today != null) {
            endToday();
        }
        while (!days.isEmpty() && days.peek().day < day - 2) {
            seal(days.remove());
        }
        today = new TrialDay(day, (int) (day % WEEK), losses.length);
        days.add(today);
        long gap = Math.min(day - previous, WEEK);
        switch (status) {
            case LEARNING -> today.learns = true;
            case NORMAL -> watch(gap);
            case ALARM -> watchForRecovery(gap);
        }
    }

    private void endToday() {
        today.evidence = evidence();
        if (today.judgedForRecovery) {
            recoveryBefore = recovery();
        }
    }

    private void seal(TrialDay day) {
        if (!day.learns) {
            baseline.skip();
        } else {
            baseline.learn(day, day.judged && day.evidence * targetDays / 365 >= .1);
        }
        if (status == Status.LEARNING && baseline.suffices()) {
            status = Status.NORMAL;
            count.learned();
        }
    }

    private void freeze() {
        double mean = baseline.heldMean(today.weekday, variant.shift());
        correlation = baseline.heldCorrelation(Variant.WATCH_1.caution());
        usual = new Tilted(losses, baseline.weights(), mean);
    }

    private void watch(long gap) {
        today.learns = true;
        today.judged = true;
        freeze();
        double mean = baseline.heldMean(today.weekday, variant.shift());
        double first = gap / targetDays - 23 / (24 * targetDays);
        for (int j = 0; j < odds.length; j++) {
            double fallen = Math.min(.98, mean + variant.falls().get(j));
            odds[j].open(usual, new Tilted(losses, baseline.weights(), fallen), baseline, first);
        }
    }

    private void watchForRecovery(long gap) {
        today.judgedForRecovery = true;
        freeze();
        double mean = baseline.heldMean(today.weekday, variant.shift());
        low = new Tilted(losses, baseline.weights(), Math.min(.97, mean + .5 * Math.max(.05, drop)));
        recoveryGap = gap / RECOVERY_DAYS;
    }

    private void judge(int block, int place) {
        for (DayOdds each : odds) {
            each.answer(block, place);
        }
        // The best answer raises no odds, so there is nothing to look for, but for the day's first.
        if ((place == 0 && today.count > 1) || evidence() < 1) {
            return;
        }
        double lost = 0;
        double answers = 0;
        for (DayOdds each : odds) {
            lost += each.losses();
            answers += each.counts();
            each.clear();
        }
        drop = lost / answers - baseline.mean();
        status = Status.ALARM;
        recoveryBefore = 0;
        baseline.dropPending();
        days.forEach(TrialDay::deactivate);
        count.alarm();
    }

    private double evidence() {
        double sum = 0;
        for (DayOdds each : odds) {
            sum += each.level();
        }
        return sum / odds.length;
    }

    private double recovery() {
        double alpha = usual.t() - low.t();
        double beta = usual.logSum() - low.logSum();
        double effect = 1 + (today.count - 1) * correlation;
        double exponent = (alpha * today.loss / SIXTIETHS - beta * today.count) / effect;
        return (recoveryBefore + recoveryGap) * Math.exp(exponent);
    }

    @Override
    public void endDay(long day) {
        // The watch needs no end of a day.
    }

    @Override
    public boolean open() {
        return status != Status.NORMAL;
    }

    @Override
    public int alarms() {
        return count.alarms();
    }

    @Override
    public double watchedDays() {
        return count.watchedDays();
    }

    TrialCount count() {
        return count;
    }
}
