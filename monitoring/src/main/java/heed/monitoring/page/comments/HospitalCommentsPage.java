package heed.monitoring.page.comments;

import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;

import heed.monitoring.html.Crumbs;
import heed.monitoring.html.Html;
import heed.monitoring.page.Layout;
import heed.monitoring.page.Page;
import heed.monitoring.page.PageRequest;
import heed.monitoring.readmodel.HospitalFigures;
import heed.monitoring.readmodel.Hospitals;
import heed.monitoring.readmodel.RecentDays;
import heed.monitoring.readmodel.SeenComments;
import heed.monitoring.readmodel.Snapshot;
import heed.monitoring.view.CommentDays;
import heed.monitoring.view.KeptDays;
import heed.monitoring.view.Names;
import heed.monitoring.view.OverviewRow;
import heed.monitoring.view.Paths;
import heed.schemas.access.Right;
import heed.schemas.disclosure.Disclosure;
import heed.schemas.key.SeriesKey;
import heed.schemas.sentence.CommentSentences;
import java.time.LocalDate;
import java.util.Optional;

/** Writes what patients of a hospital, or of a unit of it, wrote in the days of its current score. */
public final class HospitalCommentsPage implements Page {

    private static final String THEME = "theme";

    private final Names names;
    private final Disclosure disclosure;

    /** Takes what hospitals are called, and how many have to write about something for it to be told. */
    public HospitalCommentsPage(Names names, Disclosure disclosure) {
        this.names = names;
        this.disclosure = disclosure;
    }

    @Override
    public String path() {
        return "/hospitals/{code}/comments";
    }

    @Override
    public Right right() {
        return Right.COMMENTS;
    }

    @Override
    public Optional<Layout.Content> write(PageRequest request, Snapshot snapshot) {
        return snapshot.part(Hospitals.class)
                .of(request.path("code"))
                .map(figures -> write(figures, request, snapshot));
    }

    /** Reading is kept account of, so the page does not come anew by itself. */
    private Layout.Content write(HospitalFigures figures, PageRequest request, Snapshot snapshot) {
        String code = figures.code();
        LocalDate today = names.today(code, snapshot.now());
        var key = new SeriesKey(code, request.query("unit"), OverviewRow.overall(figures, names, today));
        SeenComments seen = request.reader().comments().get();
        var choice = new ThemeChoice(request.query(THEME), seen, disclosure);
        KeptDays days = KeptDays.of(
                new CommentDays(today, RecentDays.SCORE),
                Optional.ofNullable(figures.series().get(key)),
                seen,
                names.zone(code));
        String place = names.place(code, key.unit());
        return new Layout.Content(
                        Layout.Section.OVERVIEW,
                        "What people wrote: " + place,
                        Html.join(
                                new Crumbs()
                                        .link("/", "Overview")
                                        .link(Paths.hospital(code), names.hospital(code))
                                        .here("What people wrote"),
                                el("h1", "What people wrote"),
                                el("p", cls("sub"), place + " · last " + RecentDays.SCORE + " days"),
                                CommentLists.said(CommentSentences.ABOVE),
                                RisenThemeLines.of(key.place(), snapshot),
                                choice.links(Paths.comments(key.place()), days.all()),
                                choice.lists("", days, names.zone(code))))
                .still();
    }
}
