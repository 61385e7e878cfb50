package heed.topology.league;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes the tables of a league: scores, expected ranges, ratings, ranks with their intervals. A pure function of the
 * hospitals' months, whatever their codes: the draws that rank intervals are read from are seeded by questionnaire and
 * month, and each hospital's own by its place in an order that follows from what was counted.
 */
final class LeagueTables {

    /** Draws that a rank interval is read from. */
    static final int DRAWS = 10_000;

    private final int minimum;
    private final LeagueMeasures measures;

    LeagueTables(int minimum, LeagueMeasures measures) {
        this.minimum = minimum;
        this.measures = measures;
    }

    /** Compares the hospitals anew in every measure that has changed, and over all measures. */
    LeagueComparison compare(LeagueSnapshot league) {
        List<Contest> contests = new ArrayList<>();
        List<Contest> counted = new ArrayList<>();
        league.measures().forEach((measure, hospitals) -> {
            Contest contest = new Contest(measure, league.month(), minimum, measures.better(measure), hospitals);
            contests.add(contest);
            if (measures.isCounted(measure)) {
                counted.add(contest);
            }
        });
        Standings standings = new Standings(league.questionnaire(), league.month(), counted);
        List<LeagueComparison.Table> tables = new ArrayList<>();
        for (Contest contest : contests) {
            standings.draw(contest);
            if (league.versions().containsKey(contest.measure())) {
                RankIntervals intervals = contest.intervals();
                contest.draw(intervals);
                tables.add(contest.table(intervals));
            }
        }
        return new LeagueComparison(league, tables, standings.rows());
    }
}
