package heed.app.audit;

import heed.schemas.Score;
import heed.schemas.Window;
import heed.schemas.key.LeagueKey;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares a row on its way to the comparison of hospitals with that of the score that it repeats. One per thread. */
final class MonthCheck implements TopicComparison.Check<Score, RowKeys.Found> {

    private final RecountRules rules;
    private final PointsTable table;
    private final Map<String, PartitionRecount> byHospital;
    private final RowCheck rows;

    /** Looks in the partition of each hospital. */
    MonthCheck(RecountRules rules, PointsTable table, Map<String, PartitionRecount> byHospital) {
        this.rules = rules;
        this.table = table;
        this.byHospital = byHospital;
        this.rows = new RowCheck(rules, table);
    }

    @Override
    public RowKeys.@Nullable Found find(String key) {
        try {
            LeagueKey named = LeagueKey.parse(key);
            PartitionRecount recount = byHospital.get(named.hospital());
            int measure = table.number(named.comparison().compared());
            if (recount == null || measure < 0) {
                return null;
            }
            long startMs = YearMonth.parse(named.comparison().month())
                    .atDay(1)
                    .atStartOfDay(rules.hospitals().byCode(named.hospital()).zone())
                    .toInstant()
                    .toEpochMilli();
            int row = recount.find(named.hospital(), null, measure, Window.MONTH, startMs);
            return row == Rows.NONE ? null : new RowKeys.Found(recount, row);
        } catch (IllegalArgumentException | DateTimeException e) {
            return null;
        }
    }

    /** Returns the key of a row, as the topic has it. */
    String key(RowKeys.Found found) {
        Rows all = found.recount().rows();
        return new LeagueKey(
                        table.measure(all.measure(found.row())),
                        rows.span(found.recount(), found.row()).label(),
                        found.recount().place(all.place(found.row())).hospital())
                .text();
    }

    @Override
    public void compare(Fields fields, Score streamed, RowKeys.Found found) {
        rows.compare(fields, streamed, found.recount(), found.row());
    }
}
