package heed.topology.league;

import heed.schemas.LeagueRow;
import heed.schemas.National;
import heed.schemas.Standing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of comparing a league.
 *
 * @param of what was compared
 * @param tables a table for each measure that had changed
 * @param standings hospitals over all measures, empty where too few can be compared
 */
record LeagueComparison(LeagueSnapshot of, List<Table> tables, List<Standing> standings) {

    LeagueComparison {
        tables = List.copyOf(tables);
        standings = List.copyOf(standings);
    }

    /**
     * One measure's comparison.
     *
     * @param national all hospitals compared, taken together; null where none is
     * @param rows in order of code
     */
    record Table(String measure, @Nullable National national, List<LeagueRow> rows) {

        Table {
            rows = List.copyOf(rows);
        }
    }
}
