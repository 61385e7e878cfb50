package heed.app.audit;

import heed.schemas.serde.TopicSerdes;
import heed.schemas.topic.Topics;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** Compares what is told of hospitals against each other, as far as it says that it is of now. */
final class MonthComparison {

    private final Collection<PartitionRecount> recounts;
    private final RecountRules rules;
    private final PointsTable table;
    private final int limit;
    private @Nullable MonthTables tables;
    private @Nullable LeagueLook look;

    MonthComparison(Collection<PartitionRecount> recounts, RecountRules rules, PointsTable table, int limit) {
        this.recounts = recounts;
        this.rules = rules;
        this.table = table;
        this.limit = limit;
    }

    /** Compares hospitals anew and reads what is told of them, twice where that leaves open what is of now. */
    void compare(TopicReading reading, TopicSerdes serdes) throws ExecutionException, InterruptedException {
        MonthTables worked = new MonthTables(recounts, rules, table);
        LeagueLook first = new LeagueLook(worked, rules, limit);
        read(first, reading, serdes);
        look = first;
        if (first.isUndecided()) {
            LeagueLook second = first.again();
            read(second, reading, serdes);
            look = second;
        }
        tables = worked;
    }

    private static void read(LeagueLook look, TopicReading reading, TopicSerdes serdes)
            throws ExecutionException, InterruptedException {
        reading.read(Topics.LEAGUE, () -> look.places(serdes)::note);
        reading.read(Topics.NATIONAL, () -> look.together(serdes)::note);
        reading.read(Topics.STANDINGS, () -> look.overall(serdes)::note);
    }

    /**
     * Says what became of the rows; hospitals that can't be judged are in all of them. Returns how many tables of
     * closed months are not told as they now are.
     */
    long judge(JudgeableHospitals judgeable, List<RecountReport.Count> counts, List<RecountReport.Difference> shown) {
        return tables == null || look == null ? 0 : look.judge(judgeable, tables.moved(recounts), counts, shown);
    }
}
