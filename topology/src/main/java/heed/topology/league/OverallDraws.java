package heed.topology.league;

import java.util.Arrays;

/**
 * Ranks hospitals over all measures, draw by draw: by the number of measures in the top fifth less the number in the
 * bottom fifth.
 *
 * <p>A hospital that a measure does not rank gets nothing from it.
 *
 * <p>Patients who are content with one thing are so with another, so chance moves the measures of a hospital together;
 * how much, counts of single measures don't tell. The draws of all measures therefore share one seed: a hospital is as
 * lucky in each. That is the most cautious guess, and of the two simple ones the one whose interval covers
 * (docs/statistics.md).
 */
final class OverallDraws {

    private final int hospitals;
    private final int draws;
    private final short[] nets;
    private int measures;

    /** Creates nets of 0 for {@code hospitals} hospitals in {@code draws} draws. */
    OverallDraws(int hospitals, int draws) {
        this.hospitals = hospitals;
        this.draws = draws;
        this.nets = new short[Math.multiplyExact(hospitals, draws)];
    }

    /**
     * Returns what takes the draws of one more measure.
     *
     * @param members which hospital of the overall league each hospital of the measure's league is; negative for one
     *     that takes no part in it
     */
    DrawConsumer measure(int[] members) {
        int[] league = members.clone();
        int[] fifths = new int[league.length + 1];
        for (int rank = 1; rank <= league.length; rank++) {
            fifths[rank] = Fifths.of(rank, rank, league.length);
        }
        measures++;
        return (draw, ranks) -> {
            int base = draw * hospitals;
            for (int i = 0; i < league.length; i++) {
                if (league[i] >= 0) {
                    nets[base + league[i]] += (short) fifths[ranks[i]];
                }
            }
        };
    }

    /**
     * Returns the rank interval of each hospital. Hospitals with the same net share all the ranks that they take up
     * together, so a draw counts at its best rank for the better end and at its worst for the worse.
     *
     * @param alike for each hospital the number of the first that counted the same in every measure
     */
    RankInterval[] intervals(int[] alike) {
        RankIntervals ranks = new RankIntervals(alike);
        int[] atNet = new int[2 * measures + 2];
        int[] from = new int[hospitals];
        int[] to = new int[hospitals];
        for (int draw = 0; draw < draws; draw++) {
            Arrays.fill(atNet, 0);
            int base = draw * hospitals;
            for (int i = 0; i < hospitals; i++) {
                atNet[measures - nets[base + i] + 1]++;
            }
            for (int i = 1; i < atNet.length; i++) {
                atNet[i] += atNet[i - 1];
            }
            for (int i = 0; i < hospitals; i++) {
                int place = measures - nets[base + i];
                from[i] = atNet[place] + 1;
                to[i] = atNet[place + 1];
            }
            ranks.takeTied(from, to);
        }
        RankInterval[] intervals = new RankInterval[hospitals];
        Arrays.setAll(intervals, ranks::of);
        return intervals;
    }
}
