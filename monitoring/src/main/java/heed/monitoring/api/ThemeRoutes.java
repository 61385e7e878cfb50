package heed.monitoring.api;

import heed.monitoring.readmodel.Snapshot;
import heed.monitoring.readmodel.ThemeCounts;
import heed.monitoring.view.Names;
import heed.monitoring.web.Routes;
import heed.monitoring.web.Rule;
import heed.monitoring.web.ViewedModels;
import heed.schemas.ThemeWeek;
import heed.schemas.access.Right;
import heed.schemas.flat.DaySpan;
import heed.schemas.key.ThemeKey;
import heed.schemas.key.WeekKey;
import heed.schemas.theme.Theme;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells what people wrote about by week, in whole steps of the minimum, and never a word of it. When the newest of the
 * comments came in is not told: times of answers are those of hospitals with enough of them alone.
 */
final class ThemeRoutes implements Routes {

    private static final String HOSPITAL = "hospital";

    private final ViewedModels models;
    private final Names names;
    private final Replies replies;

    ThemeRoutes(ViewedModels models, Names names, Replies replies) {
        this.models = models;
        this.names = names;
        this.replies = replies;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(Api.ROOT + "/themes", this::themes, Rule.of(Right.FIGURES));
    }

    private void themes(Context ctx) {
        Parameters asked = Parameters.ofList(ctx, HOSPITAL, Parameters.THEME, "from", "to");
        Optional<String> hospital = Optional.ofNullable(asked.text(HOSPITAL));
        Optional<Theme> theme = asked.theme();
        DaySpan span = asked.span();
        Snapshot snapshot = models.of(ctx).snapshot();
        List<ThemeWeek> rows = snapshot.part(ThemeCounts.class).all().stream()
                .filter(row -> hospital.isEmpty() || hospital.get().equals(row.getHospital()))
                .filter(row -> theme.isEmpty() || theme.get().code().equals(row.getTheme()))
                .filter(row -> span.has(WeekKey.monday(row.getWeek())))
                .toList();
        replies.send(ctx, snapshot, Sheet.of("themes", columns(), ListPart.of(ctx, asked, rows, row -> ThemeKey.of(row)
                .text())));
    }

    private Columns<ThemeWeek> columns() {
        return new Columns<ThemeWeek>()
                .add(HOSPITAL, ThemeWeek::getHospital)
                .add("hospital_name", row -> names.hospital(row.getHospital()))
                .add("week", ThemeWeek::getWeek)
                .add("monday", row -> WeekKey.monday(row.getWeek()))
                .add("theme", ThemeWeek::getTheme)
                .add("theme_title", ThemeRoutes::title)
                .add("comments", ThemeWeek::getComments)
                .add("sentiment_sum", ThemeWeek::getSentimentSum)
                .add("suppressed", ThemeWeek::getSuppressed)
                .add("minimum", ThemeWeek::getMinimum)
                .add("rule_version", ThemeWeek::getRuleVersion)
                .add("final", ThemeWeek::getFinal$);
    }

    private static @Nullable String title(ThemeWeek row) {
        return Optional.ofNullable(row.getTheme())
                .flatMap(Theme::of)
                .map(Theme::title)
                .orElse(null);
    }
}
