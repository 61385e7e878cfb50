package heed.monitoring;

import heed.monitoring.readmodel.ReadModel;
import heed.schemas.LeagueRow;
import heed.schemas.National;
import heed.schemas.Standing;
import heed.schemas.figures.Interval;
import heed.schemas.figures.Pool;
import heed.schemas.figures.ScoreFigures;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Builds comparisons of yes-or-no measures: {@code aLeague("fft-2020.positive", "2026-03").row("H1", 95,
 * 100).into(model)}. Ranks follow the scores, high first but for a {@code negative} measure, equal scores sharing one;
 * rank intervals reach as far as the scores' own intervals overlap those of others.
 */
public final class LeagueFixture {

    public static final Instant AS_OF = Instant.parse("2026-03-01T14:32:07Z");

    private final String measure;
    private final String month;
    private final List<Entry> entries = new ArrayList<>();
    private double designEffect = 1;
    private @Nullable Double correlation;
    private double tau2 = 0.0004;
    private int minimum = 21;
    private int belowMinimum = 3;
    private long restatements;
    private Instant asOf;
    private Month state = Month.OPEN;

    private enum Month {
        OPEN,
        FINAL
    }

    private record Entry(String hospital, long positive, long n) {

        private ScoreFigures figures() {
            return ScoreFigures.of(n, positive * 10_000, positive * 100_000_000);
        }

        private boolean isBetterThan(Entry other, int sign) {
            return sign * Double.compare(figures().score(), other.figures().score()) > 0;
        }
    }

    private LeagueFixture(String measure, String month) {
        this.measure = measure;
        this.month = month;
        this.asOf = afterwards(month);
    }

    /** Returns the second day after a month, at which it is over. */
    private static Instant afterwards(String month) {
        return YearMonth.parse(month)
                .plusMonths(1)
                .atDay(2)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }

    public static LeagueFixture aLeague(String measure, String month) {
        return new LeagueFixture(measure, month);
    }

    public LeagueFixture row(String hospital, long positive, long n) {
        entries.add(new Entry(hospital, positive, n));
        return this;
    }

    public LeagueFixture tau2(double variance) {
        this.tau2 = variance;
        return this;
    }

    /** Answers of one day are alike: with this correlation, and for each hospital this design effect. */
    public LeagueFixture alike(double correlation, double effect) {
        this.correlation = correlation;
        this.designEffect = effect;
        return this;
    }

    public LeagueFixture minimum(int fewest) {
        this.minimum = fewest;
        return this;
    }

    public LeagueFixture belowMinimum(int hospitals) {
        this.belowMinimum = hospitals;
        return this;
    }

    public LeagueFixture restated(long times) {
        this.restatements = times;
        return this;
    }

    public LeagueFixture asOf(String arrival) {
        this.asOf = Instant.parse(arrival);
        return this;
    }

    public LeagueFixture done() {
        this.state = Month.FINAL;
        return this;
    }

    /** Takes all rows and the national one in, and publishes. */
    public void into(ReadModel model) {
        rows().forEach(model::put);
        model.put(national());
        model.publish();
    }

    /** Returns the rows, the best rank first. */
    public List<LeagueRow> rows() {
        return entries.stream()
                .map(this::row)
                .sorted(Comparator.comparingInt(LeagueRow::getRank))
                .toList();
    }

    private LeagueRow row(Entry entry) {
        ScoreFigures figures = entry.figures();
        double effective = entry.n / designEffect;
        ScoreFigures clustered =
                ScoreFigures.of(entry.n, entry.positive * 10_000, entry.positive * 100_000_000, designEffect);
        Interval expected = pool().expectedRange(effective);
        long rank = 1
                + entries.stream()
                        .filter(each -> each.isBetterThan(entry, sign()))
                        .count();
        long above = entries.stream()
                .filter(each -> each.figures().low() > figures.high())
                .count();
        long below = entries.stream()
                .filter(each -> each.figures().high() < figures.low())
                .count();
        return LeagueRow.newBuilder()
                .setMeasure(measure)
                .setMonth(month)
                .setHospital(entry.hospital)
                .setN(entry.n)
                .setScore(figures.scoreBasisPoints())
                .setLow(figures.lowBasisPoints())
                .setHigh(figures.highBasisPoints())
                .setDesignEffect(designEffect)
                .setEffectiveN(effective)
                .setClusteredLow(clustered.lowBasisPoints())
                .setClusteredHigh(clustered.highBasisPoints())
                .setExpectedLow((int) Math.round(expected.low() * 10_000))
                .setExpectedHigh((int) Math.round(expected.high() * 10_000))
                .setRating(pool().rate(figures.score(), effective))
                .setRank((int) rank)
                .setTied((int) entries.stream()
                        .filter(each -> !each.isBetterThan(entry, sign()) && !entry.isBetterThan(each, sign()))
                        .count())
                .setRankLow((int) (lowIsGood() ? below : above) + 1)
                .setRankHigh((int) (entries.size() - (lowIsGood() ? above : below)))
                .setHospitals(entries.size())
                .setAsOf(asOf)
                .setMinimum(minimum)
                .setFinal$(state == Month.FINAL)
                .setRestatements(restatements)
                .build();
    }

    private int sign() {
        return lowIsGood() ? -1 : 1;
    }

    private boolean lowIsGood() {
        return measure.endsWith(".negative");
    }

    private Pool pool() {
        return new Pool(p0(), 1, tau2);
    }

    private double p0() {
        return entries.isEmpty() ? 0.5 : (double) positive() / n();
    }

    private long positive() {
        return entries.stream().mapToLong(Entry::positive).sum();
    }

    private long n() {
        return entries.stream().mapToLong(Entry::n).sum();
    }

    public National national() {
        ScoreFigures figures = entries.isEmpty()
                ? new ScoreFigures(0, 0, 0, 0, 0, 0)
                : ScoreFigures.of(n(), positive() * 10_000, positive() * 100_000_000);
        return National.newBuilder()
                .setMeasure(measure)
                .setMonth(month)
                .setN(n())
                .setSum(positive() * 10_000)
                .setSumOfSquares(positive() * 100_000_000)
                .setScore(figures.scoreBasisPoints())
                .setLow(figures.lowBasisPoints())
                .setHigh(figures.highBasisPoints())
                .setP0(p0())
                .setTau2(tau2)
                .setAnswerRatio(1)
                .setDayCorrelation(correlation)
                .setHospitals(entries.size())
                .setBelowMinimum(belowMinimum)
                .setMinimum(minimum)
                .setFinal$(state == Month.FINAL)
                .setRestatements(restatements)
                .setAsOf(asOf)
                .build();
    }

    /** Returns a place over all measures, of {@code hospitals} compared. */
    public static Standing aStanding(String questionnaire, String month, String hospital, int rank, int hospitals) {
        return aStanding(questionnaire, month, hospital, rank, 1, hospitals);
    }

    /** Returns a place over all measures that {@code tied} hospitals share. */
    public static Standing aStanding(
            String questionnaire, String month, String hospital, int rank, int tied, int hospitals) {
        return Standing.newBuilder()
                .setQuestionnaire(questionnaire)
                .setMonth(month)
                .setHospital(hospital)
                .setTop(3)
                .setBottom(1)
                .setNet(2)
                .setMeasures(5)
                .setRank(rank)
                .setTied(tied)
                .setRankLow(Math.max(1, rank - 2))
                .setRankHigh(Math.min(hospitals, rank + 3))
                .setHospitals(hospitals)
                .setFinal$(false)
                .setRestatements(0)
                .setAsOf(afterwards(month))
                .build();
    }
}
