package heed.monitoring.page.pipeline;

import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;
import static heed.monitoring.html.Html.href;

import heed.monitoring.html.Html;
import heed.monitoring.page.Layout;
import heed.monitoring.page.Page;
import heed.monitoring.page.PageRequest;
import heed.monitoring.readmodel.Snapshot;
import heed.monitoring.view.Names;
import heed.monitoring.view.pipeline.PipelineReport;
import heed.monitoring.view.pipeline.PipelineSources;
import heed.schemas.access.Right;
import java.util.List;
import java.util.Optional;

/**
 * Writes how the pipeline of this instance stands, for the engineer who was woken: in a sentence or two what is well
 * and what is not, then what is wrong, then every part.
 */
public final class PipelinePage implements Page {

    private final Names names;
    private final PipelineSources pipeline;

    /** Takes the names, and whom to ask how the pipeline stands. */
    public PipelinePage(Names names, PipelineSources pipeline) {
        this.names = names;
        this.pipeline = pipeline;
    }

    @Override
    public String path() {
        return "/pipeline";
    }

    @Override
    public Right right() {
        return Right.PIPELINE;
    }

    @Override
    public Optional<Layout.Content> write(PageRequest request, Snapshot snapshot) {
        return Optional.of(write(pipeline.report(), snapshot));
    }

    Layout.Content write(PipelineReport report, Snapshot snapshot) {
        List<String> troubles = report.troubles();
        return new Layout.Content(
                Layout.Section.PIPELINE,
                report.title(),
                Html.join(
                        el("h1", report.title()),
                        el(
                                "p",
                                cls("lead summary"),
                                troubles.isEmpty()
                                        ? report.well() + " " + report.stands().summary()
                                        : report.stands().summary()),
                        troubles.isEmpty()
                                ? Html.NOTHING
                                : el(
                                        "ul",
                                        cls("plain troubles"),
                                        troubles.stream()
                                                .map(each -> el("li", cls("lead"), each))
                                                .toList()),
                        el(
                                "p",
                                cls("sub"),
                                "This instance only; another one works on other partitions. ",
                                el("a", href("/runbooks"), "What to do when an alert fires")),
                        PartsTable.write(report),
                        TallyTables.balance(report),
                        TallyTables.rejected(report.total()),
                        new FreshnessTable(names, pipeline.parts()::partitionOf).write(report, snapshot)));
    }
}
