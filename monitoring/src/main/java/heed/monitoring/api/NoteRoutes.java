package heed.monitoring.api;

import heed.monitoring.readmodel.Actions;
import heed.monitoring.readmodel.Snapshot;
import heed.monitoring.view.ChartRange;
import heed.monitoring.view.DayNotes;
import heed.monitoring.view.Names;
import heed.monitoring.web.Routes;
import heed.monitoring.web.Rule;
import heed.monitoring.web.ViewedModels;
import heed.schemas.Action;
import heed.schemas.access.Right;
import heed.schemas.key.SeriesKey;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** Tells the days that staff noted on the charts of a hospital, to nobody whom no act is told. */
final class NoteRoutes implements Routes {

    private final ViewedModels models;
    private final Names names;
    private final Replies replies;

    NoteRoutes(ViewedModels models, Names names, Replies replies) {
        this.models = models;
        this.names = names;
        this.replies = replies;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(Api.ROOT + "/hospitals/{code}/notes", this::notes, Rule.of(Right.FIGURES));
    }

    private void notes(Context ctx) {
        Parameters asked = Parameters.of(ctx, "measure", "unit", "from", "to");
        Snapshot snapshot = models.of(ctx).snapshot();
        String code = HospitalRoutes.figures(ctx, snapshot).code();
        if (!snapshot.part(Actions.class).areTold()) {
            throw ProblemException.notFound("Notes are told to staff alone.");
        }
        ChartRange range = asked.range(names.today(code, snapshot.now()));
        DayNotes notes = of(code, asked, snapshot);
        replies.send(
                ctx,
                snapshot,
                Sheet.of(
                        "notes-" + code,
                        columns(),
                        (range.chosen() == ChartRange.Chosen.BY_PAGE
                                        ? notes
                                        : notes.within(range.first(), range.last()))
                                .notes()));
    }

    /** Where a measure is named, what stands on the charts of that line, as on the pages; else all. */
    private static DayNotes of(String code, Parameters asked, Snapshot snapshot) {
        String measure = asked.text("measure");
        String unit = asked.text("unit");
        if (measure != null) {
            return DayNotes.of(new SeriesKey(code, unit, measure), snapshot);
        }
        if (unit != null) {
            throw ProblemException.badRequest("Say also of which measure: measure must be given where unit is.");
        }
        return new DayNotes(snapshot.part(Actions.class).notes(code));
    }

    private static Columns<Action> columns() {
        return new Columns<Action>()
                .add("action_id", Action::getActionId)
                .add("day", DayNotes::day)
                .add("hospital", Action::getHospital)
                .add("unit", Action::getUnit)
                .add("measure", Action::getMeasure)
                .add("text", Action::getText)
                .add("who", Action::getWho)
                .add("at", Action::getAt);
    }
}
