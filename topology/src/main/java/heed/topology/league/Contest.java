package heed.topology.league;

import heed.schemas.LeagueRow;
import heed.schemas.National;
import heed.schemas.figures.Counted;
import heed.schemas.figures.Interval;
import heed.schemas.figures.Pool;
import heed.schemas.figures.ScoreFigures;
import heed.schemas.key.ComparisonKey;
import heed.schemas.key.LeagueKey;
import heed.schemas.key.MeasureName;
import heed.schemas.questionnaire.Better;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.stream.IntStream;

/**
 * One measure's hospitals in one month, ranked among those that have the minimum of answers. The others take no part in
 * any figure, so that theirs cannot be computed back.
 */
final class Contest {

    private final String measure;
    private final String month;
    private final int minimum;
    private final Better better;
    private final NavigableMap<String, HospitalMonth> all;
    private final List<String> codes = new ArrayList<>();
    private final List<Counted> compared = new ArrayList<>();
    private final int[] ranks;

    Contest(String measure, String month, int minimum, Better better, NavigableMap<String, HospitalMonth> all) {
        this.measure = measure;
        this.month = month;
        this.minimum = minimum;
        this.better = better;
        this.all = all;
        all.forEach((code, hospital) -> {
            if (hospital.n() >= minimum) {
                codes.add(code);
                compared.add(new Counted(hospital.n(), hospital.sum(), hospital.sumOfSquares()));
            }
        });
        this.ranks = rank();
    }

    /** Ranks by the exact score; equal scores are ranked by code. */
    private int[] rank() {
        Comparator<Integer> byScore = (a, b) -> compare(compared.get(a), compared.get(b));
        List<Integer> order = IntStream.range(0, codes.size())
                .boxed()
                .sorted(better == Better.HIGHER ? byScore.reversed() : byScore)
                .toList();
        int[] ranked = new int[codes.size()];
        for (int place = 0; place < ranked.length; place++) {
            ranked[order.get(place)] = place + 1;
        }
        return ranked;
    }

    /** Compares sum / n without rounding: a.sum b.n against b.sum a.n, in 128 bits. */
    private static int compare(Counted a, Counted b) {
        int high = Long.compare(Math.multiplyHigh(a.sum(), b.n()), Math.multiplyHigh(b.sum(), a.n()));
        return high != 0 ? high : Long.compareUnsigned(a.sum() * b.n(), b.sum() * a.n());
    }

    String measure() {
        return measure;
    }

    /** Returns the hospitals compared, by code. */
    List<String> codes() {
        return codes;
    }

    /** Returns the rank of the i-th hospital, 1 is best. */
    int rank(int i) {
        return ranks[i];
    }

    /** Draws ranks that the hospitals may hold in truth. */
    void draw(DrawConsumer consumer) {
        if (codes.isEmpty()) {
            return;
        }
        ComparisonKey league = new ComparisonKey(MeasureName.parse(measure).questionnaire(), month);
        long[] luck = codes.stream()
                .mapToLong(code -> seed(new LeagueKey(league, code).text()))
                .toArray();
        new RankDraws(compared, better, seed(league.text()), luck).forEach(LeagueTables.DRAWS, consumer);
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
        Pool pool = Pool.of(compared);
        List<LeagueRow> rows = new ArrayList<>(codes.size());
        for (int i = 0; i < codes.size(); i++) {
            rows.add(row(i, pool, intervals.of(i)));
        }
        return new LeagueComparison.Table(measure, national(pool), rows);
    }

    private LeagueRow row(int i, Pool pool, RankInterval interval) {
        Counted counted = compared.get(i);
        ScoreFigures figures = ScoreFigures.of(counted.n(), counted.sum(), counted.sumOfSquares());
        Interval expected = pool.expectedRange((double) counted.n());
        return LeagueRow.newBuilder()
                .setMeasure(measure)
                .setMonth(month)
                .setHospital(codes.get(i))
                .setN(counted.n())
                .setScore(figures.scoreBasisPoints())
                .setLow(figures.lowBasisPoints())
                .setHigh(figures.highBasisPoints())
                .setExpectedLow(ScoreFigures.basisPoints(expected.low()))
                .setExpectedHigh(ScoreFigures.basisPoints(expected.high()))
                .setRating(pool.rate(counted.score(), (double) counted.n()))
                .setRank(ranks[i])
                .setRankLow(Math.min(ranks[i], interval.best()))
                .setRankHigh(Math.max(ranks[i], interval.worst()))
                .setHospitals(codes.size())
                .setAsOf(asOfMs())
                .setMinimum(minimum)
                .setFinal$(isFinal())
                .setRestatements(restatements())
                .build();
    }

    private National national(Pool pool) {
        Counted all = compared.stream().reduce(Counted.NOTHING, Counted::plus);
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
