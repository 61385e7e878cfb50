package heed.connectors.postgres;

import java.util.List;

/**
 * Says the views that answer what people ask, in SQL. Shares are 0 to 1 there; where the answers are too few to show,
 * neither share nor number is in a row.
 */
final class SinkViews {

    private static final String CURRENT_SCORES =
            """
            create or replace view %1$s.current_scores as
            select hospital, unit, measure, min("start") as first, max("end") as "until",
                   case when sum(n) >= max(minimum) then sum(n)::bigint end as n,
                   case when sum(n) >= max(minimum) then sum("sum") / sum(n) / 10000 end as score,
                   sum(n) < max(minimum) as suppressed
            from %1$s.scores
            where "window" = 'DAY'
              and "start" >= (select max("end") - interval '28 days' from %1$s.scores where "window" = 'DAY')
            group by hospital, unit, measure
            having sum(n) > 0""";

    private static final String OPEN_DROPS =
            """
            create or replace view %1$s.open_drops as
            select * from (select distinct on (record_key) * from %1$s.drops order by record_key, as_of desc, opened_at desc) newest
            where state = 'OPEN'""";

    private static final String LEAGUE_LATEST =
            """
            create or replace view %1$s.league_latest as
            select each.* from %1$s.league each
            join (select distinct on (measure) measure, month from %1$s.league order by measure, final desc, month desc) latest
              on each.measure = latest.measure and each.month = latest.month""";

    private static final String SCORES_BY_MONTH =
            """
            create or replace view %1$s.scores_by_month as
            select hospital, unit, measure, label as month, final,
                   case when not suppressed then n end as n,
                   score / 10000.0 as score, low / 10000.0 as low, high / 10000.0 as high, suppressed
            from %1$s.scores
            where "window" = 'MONTH'""";

    private SinkViews() {}

    /**
     * Returns the statements that make the views, in place of those of an earlier release. They are not dropped: what
     * readers have been granted goes with a view.
     */
    static List<String> creation(String schema) {
        String in = SinkTable.quoted(schema);
        return List.of(
                CURRENT_SCORES.formatted(in),
                OPEN_DROPS.formatted(in),
                LEAGUE_LATEST.formatted(in),
                SCORES_BY_MONTH.formatted(in),
                comment(
                        in,
                        "current_scores",
                        "The 28 days up to the newest day of all, of every line that has answers in them."),
                comment(in, "open_drops", "The drops that last, of each line its newest."),
                comment(
                        in,
                        "league_latest",
                        "Of each measure the newest comparison that is final, or the newest where none is."),
                comment(in, "scores_by_month", "The months of every line."));
    }

    private static String comment(String in, String view, String words) {
        return "comment on view " + in + "." + view + " is '" + words + "'";
    }
}
