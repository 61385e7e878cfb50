package heed.monitoring.api;

import heed.monitoring.readmodel.RisenThemes;
import heed.monitoring.readmodel.Snapshot;
import heed.monitoring.view.Names;
import heed.monitoring.web.Routes;
import heed.monitoring.web.Rule;
import heed.monitoring.web.ViewedModels;
import heed.schemas.ThemeRise;
import heed.schemas.access.Right;
import heed.schemas.key.ThemeRiseKey;
import heed.schemas.sentence.ThemeRiseSentences;
import heed.schemas.theme.Theme;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells what people write about more than they did: nothing that the weeks by theme do not tell. */
final class RisenThemeRoutes implements Routes {

    private static final String HOSPITAL = "hospital";

    private final ViewedModels models;
    private final Names names;
    private final Replies replies;

    RisenThemeRoutes(ViewedModels models, Names names, Replies replies) {
        this.models = models;
        this.names = names;
        this.replies = replies;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(Api.ROOT + "/theme-rises", this::rises, Rule.of(Right.FIGURES));
    }

    private void rises(Context ctx) {
        Parameters asked = Parameters.ofList(ctx, HOSPITAL, Parameters.THEME);
        Optional<String> hospital = Optional.ofNullable(asked.text(HOSPITAL));
        Optional<Theme> theme = asked.theme();
        Snapshot snapshot = models.of(ctx).snapshot();
        List<ThemeRise> rows = snapshot.part(RisenThemes.class).all().stream()
                .filter(rise -> hospital.isEmpty() || hospital.get().equals(rise.getHospital()))
                .filter(rise -> theme.isEmpty() || theme.get().code().equals(rise.getTheme()))
                .toList();
        replies.send(
                ctx, snapshot, Sheet.of("theme-rises", columns(), ListPart.of(ctx, asked, rows, rise -> ThemeRiseKey.of(
                                rise)
                        .text())));
    }

    private Columns<ThemeRise> columns() {
        return new Columns<ThemeRise>()
                .addFields(ThemeRise.getClassSchema(), Set.of(), rise -> rise)
                .add("hospital_name", rise -> names.hospital(rise.getHospital()))
                .add(
                        "theme_title",
                        rise -> Theme.of(rise.getTheme()).map(Theme::title).orElse(null))
                .add("said_en", ThemeRiseSentences::english)
                .add("said_cy", ThemeRiseSentences::welsh);
    }
}
