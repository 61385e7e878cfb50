package heed.topology.league;

import heed.schemas.Standing;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Ranks hospitals over all measures of a questionnaire in a month, by the rule of the Hospital League Tables: the
 * number of measures in which a hospital is in the top fifth less the number in which it is in the bottom fifth.
 *
 * <p>A hospital takes part if it is ranked in at least half of the measures; there are standings if at least
 * {@link #FEWEST_MEASURES} measures count and at least {@link #FEWEST_HOSPITALS} hospitals take part. Measures in which
 * fewer than five hospitals are ranked have no fifths and do not count.
 */
final class Standings {

    private static final int FEWEST_MEASURES = 2;
    private static final int FEWEST_HOSPITALS = 5;

    private final String questionnaire;
    private final String month;
    private final List<Contest> contests;
    private final List<String> codes;
    private final OverallOrder order;
    /** Null where too few can be compared for standings. */
    private final @Nullable OverallDraws draws;

    /** Takes those of {@code contests} that count. */
    Standings(String questionnaire, String month, List<Contest> contests) {
        this.questionnaire = questionnaire;
        this.month = month;
        this.contests = contests.stream()
                .filter(contest -> contest.codes().size() >= FEWEST_HOSPITALS)
                .toList();
        this.order = new OverallOrder(this.contests);
        this.codes = this.contests.size() < FEWEST_MEASURES ? List.of() : taking();
        this.draws = codes.size() < FEWEST_HOSPITALS ? null : new OverallDraws(codes.size(), LeagueTables.DRAWS);
    }

    private List<String> taking() {
        Map<String, Integer> ranked = new HashMap<>();
        contests.forEach(contest -> contest.codes().forEach(code -> ranked.merge(code, 1, Integer::sum)));
        Set<String> taking = new TreeSet<>();
        ranked.forEach((code, measures) -> {
            if (2 * measures >= contests.size()) {
                taking.add(code);
            }
        });
        return List.copyOf(taking);
    }

    /**
     * Takes the draws of a contest, in which a hospital is as lucky as in every other; none where it does not count.
     */
    void draw(Contest contest) {
        if (draws != null && contests.contains(contest)) {
            contest.draw(
                    order,
                    draws.measure(
                            contest.codes().stream().mapToInt(codes::indexOf).toArray()));
        }
    }

    /** Returns every hospital's place, once all draws have been taken. */
    List<Standing> rows() {
        if (draws == null) {
            return List.of();
        }
        int[] top = new int[codes.size()];
        int[] bottom = new int[codes.size()];
        int[] measures = new int[codes.size()];
        contests.forEach(contest -> add(contest, top, bottom, measures));
        SharedRanks ranks = new SharedRanks(codes.size(), Comparator.comparingInt(i -> bottom[i] - top[i]));
        RankInterval[] intervals = draws.intervals(alike());
        Standing[] rows = new Standing[codes.size()];
        for (int i = 0; i < rows.length; i++) {
            RankInterval interval = ranks.holding(i, intervals[i]);
            rows[i] = Standing.newBuilder()
                    .setQuestionnaire(questionnaire)
                    .setMonth(month)
                    .setHospital(codes.get(i))
                    .setTop(top[i])
                    .setBottom(bottom[i])
                    .setNet(top[i] - bottom[i])
                    .setMeasures(measures[i])
                    .setRank(ranks.rank(i))
                    .setTied(ranks.tied(i))
                    .setRankLow(interval.best())
                    .setRankHigh(interval.worst())
                    .setHospitals(codes.size())
                    .setFinal$(contests.stream().allMatch(Contest::isFinal))
                    .setRestatements(
                            contests.stream().mapToLong(Contest::restatements).sum())
                    .setAsOf(asOfMs())
                    .build();
        }
        return List.of(rows);
    }

    private int[] alike() {
        Map<Integer, Integer> first = new HashMap<>();
        int[] alike = new int[codes.size()];
        Arrays.setAll(alike, i -> Objects.requireNonNullElse(first.putIfAbsent(order.alike(codes.get(i)), i), i));
        return alike;
    }

    private void add(Contest contest, int[] top, int[] bottom, int[] measures) {
        for (int i = 0; i < contest.codes().size(); i++) {
            int place = codes.indexOf(contest.codes().get(i));
            if (place >= 0) {
                int fifth = contest.fifth(i);
                top[place] += fifth > 0 ? 1 : 0;
                bottom[place] += fifth < 0 ? 1 : 0;
                measures[place]++;
            }
        }
    }

    private Instant asOfMs() {
        return contests.stream()
                .map(Contest::asOfMs)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }
}
