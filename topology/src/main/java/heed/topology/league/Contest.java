package heed.topology.league;

import heed.schemas.LeagueRow;
import heed.schemas.National;
import heed.schemas.figures.Counted;
import heed.schemas.figures.DayCorrelation;
import heed.schemas.figures.Interval;
import heed.schemas.figures.Pool;
import heed.schemas.figures.ScoreFigures;
import heed.schemas.key.ComparisonKey;
import heed.schemas.key.MeasureName;
import heed.schemas.questionnaire.Better;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One measure's hospitals in one month, ranked by score alone among those that have the minimum of answers. The others
 * take no part in any figure, so that theirs cannot be computed back.
 */
final class Contest {

    private final String measure;
    private final String month;
    private final int minimum;
    private final Better better;
    private final NavigableMap<String, HospitalMonth> all;
    /** In an order that follows from what was counted: codes part only hospitals that counted the same. */
    private final List<String> codes;

    private final List<HospitalMonth> compared;
    private final SharedRanks ranks;
    private final OptionalDouble correlation;
    /** How many independent answers tell as much as each hospital's. */
    private final double[] effective;

    Contest(String measure, String month, int minimum, Better better, NavigableMap<String, HospitalMonth> all) {
        this.measure = measure;
        this.month = month;
        this.minimum = minimum;
        this.better = better;
        this.all = all;
        Comparator<HospitalMonth> bestFirst =
                better == Better.HIGHER ? HospitalMonth::highestFirst : (a, b) -> HospitalMonth.highestFirst(b, a);
        List<Map.Entry<String, HospitalMonth>> order = all.entrySet().stream()
                .filter(each -> each.getValue().n() >= minimum)
                .sorted(Map.Entry.comparingByValue(bestFirst.thenComparing(HospitalMonth.BY_FIGURES)))
                .toList();
        this.codes = order.stream().map(Map.Entry::getKey).toList();
        this.compared = order.stream().map(Map.Entry::getValue).toList();
        this.ranks = new SharedRanks(compared.size(), (a, b) -> bestFirst.compare(compared.get(a), compared.get(b)));
        this.correlation =
                DayCorrelation.of(compared.stream().map(HospitalMonth::figures).toList());
        this.effective = new double[compared.size()];
        Arrays.setAll(effective, i -> (double) compared.get(i).n() / designEffect(i));
    }

    String measure() {
        return measure;
    }

    /** Returns the hospitals compared, those with the best score first. */
    List<String> codes() {
        return codes;
    }

    /** Returns what a hospital counted, null where it is not compared. */
    @Nullable
    HospitalMonth month(String code) {
        HospitalMonth own = all.get(code);
        return own == null || own.n() < minimum ? null : own;
    }

    /** Returns 1 if the i-th hospital is in the top fifth, -1 if in the bottom fifth, 0 between. */
    int fifth(int i) {
        return ranks.fifth(i);
    }

    /** Draws ranks that the hospitals may hold in truth, each with luck of its own in this measure alone. */
    void draw(DrawConsumer consumer) {
        draw(IntStream.range(0, codes.size()), consumer);
    }

    /** Draws ranks that the hospitals may hold in truth, each as lucky as in every contest of the same order. */
    void draw(OverallOrder order, DrawConsumer consumer) {
        draw(codes.stream().mapToInt(order::place), consumer);
    }

    private void draw(IntStream luck, DrawConsumer consumer) {
        if (codes.isEmpty()) {
            return;
        }
        long seed = seed(new ComparisonKey(MeasureName.parse(measure).questionnaire(), month).text());
        long[] seeds = luck.mapToLong(number -> seed + 1 + number).toArray();
        new RankDraws(counted(), effective, better, seed, seeds).forEach(LeagueTables.DRAWS, consumer);
    }

    private double designEffect(int i) {
        return compared.get(i).figures().designEffect(correlation.orElse(0));
    }

    private List<Counted> counted() {
        return compared.stream().map(HospitalMonth::counted).toList();
    }

    /** Returns what counts the draws; hospitals that counted the same are counted together. */
    RankIntervals intervals() {
        int[] alike = new int[codes.size()];
        for (int i = 1; i < alike.length; i++) {
            alike[i] = HospitalMonth.BY_FIGURES.compare(compared.get(i - 1), compared.get(i)) == 0 ? alike[i - 1] : i;
        }
        return new RankIntervals(alike);
    }

    /** Returns the first eight bytes of a name's SHA-256: the same draws whenever they are made. */
    private static long seed(String name) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Returns the table, with the rank intervals that {@code intervals} has counted. */
    LeagueComparison.Table table(RankIntervals intervals) {
        if (codes.isEmpty()) {
            return new LeagueComparison.Table(measure, null, List.of());
        }
        Pool pool = Pool.of(counted(), effective);
        List<LeagueRow> rows = IntStream.range(0, codes.size())
                .mapToObj(i -> row(i, pool, ranks.holding(i, intervals.of(i))))
                .sorted(Comparator.comparing(LeagueRow::getHospital))
                .toList();
        return new LeagueComparison.Table(measure, national(pool), rows);
    }

    private LeagueRow row(int i, Pool pool, RankInterval interval) {
        Counted counted = compared.get(i).counted();
        ScoreFigures figures = ScoreFigures.of(counted.n(), counted.sum(), counted.sumOfSquares());
        ScoreFigures clustered = ScoreFigures.of(counted.n(), counted.sum(), counted.sumOfSquares(), designEffect(i));
        Interval expected = pool.expectedRange(effective[i]);
        return LeagueRow.newBuilder()
                .setMeasure(measure)
                .setMonth(month)
                .setHospital(codes.get(i))
                .setN(counted.n())
                .setScore(figures.scoreBasisPoints())
                .setLow(figures.lowBasisPoints())
                .setHigh(figures.highBasisPoints())
                .setDesignEffect(designEffect(i))
                .setEffectiveN(effective[i])
                .setClusteredLow(clustered.lowBasisPoints())
                .setClusteredHigh(clustered.highBasisPoints())
                .setExpectedLow(ScoreFigures.basisPoints(expected.low()))
                .setExpectedHigh(ScoreFigures.basisPoints(expected.high()))
                .setRating(pool.rate(counted.score(), effective[i]))
                .setRank(ranks.rank(i))
                .setTied(ranks.tied(i))
                .setRankLow(interval.best())
                .setRankHigh(interval.worst())
                .setHospitals(codes.size())
                .setAsOf(asOfMs())
                .setMinimum(minimum)
                .setFinal$(isFinal())
                .setRestatements(restatements())
                .build();
    }

    private National national(Pool pool) {
        Counted all = counted().stream().reduce(Counted.NOTHING, Counted::plus);
        ScoreFigures figures = ScoreFigures.of(all.n(), all.sum(), all.sumOfSquares());
        return National.newBuilder()
                .setMeasure(measure)
                .setMonth(month)
                .setN(all.n())
                .setSum(all.sum())
                .setSumOfSquares(all.sumOfSquares())
                .setScore(figures.scoreBasisPoints())
                .setLow(figures.lowBasisPoints())
                .setHigh(figures.highBasisPoints())
                .setP0(pool.p0())
                .setTau2(pool.tau2())
                .setAnswerRatio(pool.answerRatio())
                .setDayCorrelation(correlation.isPresent() ? correlation.getAsDouble() : null)
                .setHospitals(codes.size())
                .setBelowMinimum(belowMinimum())
                .setMinimum(minimum)
                .setFinal$(isFinal())
                .setRestatements(restatements())
                .setAsOf(asOfMs())
                .build();
    }

    private int belowMinimum() {
        return (int) all.values().stream()
                .filter(hospital -> hospital.n() > 0 && hospital.n() < minimum)
                .count();
    }

    boolean isFinal() {
        return all.values().stream().allMatch(HospitalMonth::isFinal);
    }

    long restatements() {
        return all.values().stream().mapToLong(HospitalMonth::restatements).sum();
    }

    Instant asOfMs() {
        return Instant.ofEpochMilli(
                all.values().stream().mapToLong(HospitalMonth::asOfMs).max().orElse(0));
    }
}
