package heed.monitoring.api;

import heed.monitoring.readmodel.Comparison;
import heed.monitoring.readmodel.Leagues;
import heed.monitoring.readmodel.Snapshot;
import heed.monitoring.view.Names;
import heed.monitoring.view.Verdict;
import heed.monitoring.web.Routes;
import heed.monitoring.web.Rule;
import heed.monitoring.web.ViewedModels;
import heed.schemas.LeagueRow;
import heed.schemas.National;
import heed.schemas.Standing;
import heed.schemas.access.Right;
import heed.schemas.questionnaire.Better;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tells how hospitals compare: what can be compared, one measure in one month, and all measures of a questionnaire. */
final class LeagueRoutes implements Routes {

    private final ViewedModels models;
    private final Names names;
    private final Replies replies;
    private final Contracts contracts;

    LeagueRoutes(ViewedModels models, Names names, Replies replies) {
        this.models = models;
        this.names = names;
        this.replies = replies;
        this.contracts = new Contracts(names);
    }

    private record Index(List<Map<String, Object>> measures, List<Map<String, Object>> questionnaires) {}

    private record League(
            String measure,
            String measureTitle,
            Better better,
            String month,
            List<String> months,
            @Nullable Map<String, Object> national,
            List<Map<String, Object>> rows) {}

    private record Standings(
            String questionnaire,
            String questionnaireTitle,
            String month,
            List<String> months,
            List<Map<String, Object>> rows) {}

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(Api.ROOT + "/league", this::index, Rule.of(Right.FIGURES));
        routes.get(Api.ROOT + "/league/{measure}", this::league, Rule.of(Right.FIGURES));
        routes.get(Api.ROOT + "/league/{questionnaire}/overall", this::overall, Rule.of(Right.FIGURES));
    }

    private void index(Context ctx) {
        Parameters.of(ctx);
        Snapshot snapshot = models.of(ctx).snapshot();
        Leagues leagues = snapshot.part(Leagues.class);
        List<Comparison<LeagueRow>> newest = names
                .ordered(List.copyOf(leagues.measures().keySet()))
                .stream()
                .flatMap(measure -> leagues.first(measure).stream())
                .toList();
        Sheet measures = Sheet.of("league", comparisons(snapshot), newest);
        Sheet questionnaires = Sheet.of(
                "standings",
                new Columns<Comparison<Standing>>()
                        .add("questionnaire", Comparison::compared)
                        .add("questionnaire_title", each -> names.questionnaire(each.compared()))
                        .add("month", Comparison::month)
                        .add("hospitals", each -> each.rows().size()),
                leagues.questionnaires().values().stream()
                        .flatMap(months -> Leagues.first(months).stream())
                        .sorted(Comparator.comparing(Comparison::compared))
                        .toList());
        replies.send(ctx, snapshot, new Index(measures.rows(), questionnaires.rows()), measures);
    }

    private Columns<Comparison<LeagueRow>> comparisons(Snapshot snapshot) {
        return new Columns<Comparison<LeagueRow>>()
                .add("measure", Comparison::compared)
                .add("measure_title", each -> names.measure(each.compared()))
                .add("questionnaire", each -> Names.questionnaireOf(each.compared()))
                .add("month", Comparison::month)
                .add("final", national(National::getFinal$))
                .add("score", each -> each.national()
                        .filter(one -> one.getHospitals() > 0)
                        .map(one -> Contracts.national(one, snapshot).get("score"))
                        .orElse(null))
                .add("hospitals", each -> each.rows().size())
                .add("better", each -> count(each, Verdict.BETTER))
                .add("worse", each -> count(each, Verdict.WORSE))
                .add("below_minimum", national(Contracts::belowMinimum));
    }

    private static Function<Comparison<LeagueRow>, Object> national(Function<National, Object> value) {
        return each -> each.national().map(value).orElse(null);
    }

    private long count(Comparison<LeagueRow> comparison, Verdict verdict) {
        Better better = names.better(comparison.compared());
        return comparison.rows().stream()
                .filter(row -> Verdict.of(row, better) == verdict)
                .count();
    }

    private void league(Context ctx) {
        Snapshot snapshot = models.of(ctx).snapshot();
        NavigableMap<String, Comparison<LeagueRow>> months = snapshot.part(Leagues.class)
                .measures()
                .getOrDefault(ctx.pathParam("measure"), Collections.emptyNavigableMap());
        Parameters asked = Parameters.ofList(ctx, "month");
        Comparison<LeagueRow> comparison = asked(asked, months);
        ListPart<LeagueRow> page = ListPart.of(ctx, asked, comparison.rows(), LeagueRow::getHospital);
        Sheet rows = contracts.places(page.rows(), snapshot).followedBy(page);
        String measure = comparison.compared();
        replies.send(
                ctx,
                snapshot,
                new League(
                        measure,
                        names.measure(measure),
                        names.better(measure),
                        comparison.month(),
                        List.copyOf(months.descendingKeySet()),
                        comparison
                                .national()
                                .map(all -> Contracts.national(all, snapshot))
                                .orElse(null),
                        rows.rows()),
                rows.named("league-" + measure + "-" + comparison.month()));
    }

    private void overall(Context ctx) {
        Snapshot snapshot = models.of(ctx).snapshot();
        NavigableMap<String, Comparison<Standing>> months = snapshot.part(Leagues.class)
                .questionnaires()
                .getOrDefault(ctx.pathParam("questionnaire"), Collections.emptyNavigableMap());
        Parameters asked = Parameters.ofList(ctx, "month");
        Comparison<Standing> comparison = asked(asked, months);
        ListPart<Standing> page = ListPart.of(ctx, asked, comparison.rows(), Standing::getHospital);
        Sheet rows = contracts.standings(page.rows(), snapshot).followedBy(page);
        String questionnaire = comparison.compared();
        replies.send(
                ctx,
                snapshot,
                new Standings(
                        questionnaire,
                        names.questionnaire(questionnaire),
                        comparison.month(),
                        List.copyOf(months.descendingKeySet()),
                        rows.rows()),
                rows.named("standings-" + questionnaire + "-" + comparison.month()));
    }

    /** Returns the month asked for, else the newest closed one, or the newest; {@code months} may be none. */
    private static <R> Comparison<R> asked(Parameters asked, NavigableMap<String, Comparison<R>> months) {
        String month = asked.text("month");
        return (month == null ? Leagues.first(months) : Optional.ofNullable(months.get(month)))
                .orElseThrow(
                        () -> ProblemException.notFound("Hospitals are not compared in that, or not in that month."));
    }
}
