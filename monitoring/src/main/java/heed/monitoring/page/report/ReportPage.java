package heed.monitoring.page.report;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;
import static heed.monitoring.html.Html.href;

import heed.monitoring.html.Chip;
import heed.monitoring.html.Crumbs;
import heed.monitoring.html.Html;
import heed.monitoring.page.Layout;
import heed.monitoring.page.LostNote;
import heed.monitoring.page.Page;
import heed.monitoring.page.PageRequest;
import heed.monitoring.page.SimulatedChip;
import heed.monitoring.readmodel.HospitalFigures;
import heed.monitoring.readmodel.Hospitals;
import heed.monitoring.readmodel.Snapshot;
import heed.monitoring.view.Knowledge;
import heed.monitoring.view.Names;
import heed.monitoring.view.Paths;
import heed.monitoring.view.pipeline.PipelineSources;
import heed.monitoring.view.report.MonthChoice;
import heed.monitoring.view.report.MonthReport;
import heed.monitoring.view.report.ReportMonth;
import heed.schemas.access.Right;
import heed.schemas.disclosure.Disclosure;
import heed.schemas.sentence.English;
import java.time.YearMonth;
import java.util.Optional;

/** Writes a hospital's month on one page, for a board: on the screen, and on a sheet of paper. */
public final class ReportPage implements Page {

    private static final String MONTH = "month";

    private final Names names;
    private final PipelineSources pipeline;
    private final Disclosure disclosure;

    /** Takes whom to ask whether what hospitals send gets through, and who reads. */
    public ReportPage(Names names, PipelineSources pipeline, Disclosure disclosure) {
        this.names = names;
        this.pipeline = pipeline;
        this.disclosure = disclosure;
    }

    @Override
    public String path() {
        return "/report/{code}";
    }

    @Override
    public Right right() {
        return Right.FIGURES;
    }

    @Override
    public Optional<Layout.Content> write(PageRequest request, Snapshot snapshot) {
        return snapshot.part(Hospitals.class)
                .of(request.path("code"))
                .map(figures -> write(figures, request, snapshot));
    }

    /** What is given to a board stands still, and so does what tells of comments, whose reading is kept account of. */
    private Layout.Content write(HospitalFigures figures, PageRequest request, Snapshot snapshot) {
        MonthChoice choice = MonthChoice.of(request.query(MONTH), figures, snapshot, names, disclosure);
        return choice.month()
                .map(month -> report(figures, month, choice, request, snapshot).still())
                .orElseGet(() -> refused(figures.code(), choice.refusal()));
    }

    private Layout.Content refused(String code, String sentence) {
        return new Layout.Content(
                        Layout.Section.OVERVIEW,
                        "No report: " + names.hospital(code),
                        Html.join(
                                crumbs(code),
                                el("h1", "There is no such report"),
                                el("p", cls("lead"), sentence),
                                el("p", el("a", href(Paths.report(code)), "The newest report"))))
                .refused();
    }

    private Html crumbs(String code) {
        return new Crumbs()
                .link("/", "Overview")
                .link(Paths.hospital(code), names.hospital(code))
                .here("Report");
    }

    private Layout.Content report(
            HospitalFigures figures, ReportMonth month, MonthChoice choice, PageRequest request, Snapshot snapshot) {
        String code = figures.code();
        Knowledge known = pipeline.known();
        MonthReport report = MonthReport.of(figures, month, snapshot, names, known);
        return new Layout.Content(
                Layout.Section.OVERVIEW,
                names.hospital(code) + ", " + month.said(),
                el(
                        "div",
                        cls("report"),
                        crumbs(code),
                        el("h1", names.hospital(code) + ", " + month.said(), SimulatedChip.after(code, names)),
                        el(
                                "p",
                                cls("small stand"),
                                Chip.of(month.stands(), month.state() == ReportMonth.State.CLOSED ? "grey" : "blue"),
                                " " + month.meaning()),
                        months(code, choice),
                        LostNote.of(code, known, names),
                        el("p", cls("lead"), report.lead(names)),
                        new ReportTable(names).of(report),
                        new ReportNews(month.zone(), names).of(report),
                        request.reader().may(Right.COMMENTS)
                                ? ReportThemes.of(report.themes(
                                        figures, request.reader().comments().get(), disclosure))
                                : Html.NOTHING));
    }

    private static Html months(String code, MonthChoice choice) {
        return el(
                "nav",
                cls("months"),
                attr("aria-label", "Month"),
                choice.before().map(each -> link(code, each, "Before: ")).orElse(Html.NOTHING),
                " ",
                choice.after().map(each -> link(code, each, "After: ")).orElse(Html.NOTHING));
    }

    private static Html link(String code, YearMonth month, String which) {
        return el("a", href(Paths.report(code, month)), which + English.month(month));
    }
}
