package heed.monitoring.page.pipeline;

import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;

import heed.monitoring.html.Html;
import heed.monitoring.page.Layout;
import heed.monitoring.readmodel.Snapshot;
import heed.monitoring.view.Names;
import heed.monitoring.view.pipeline.PipelineState;
import java.util.List;
import java.util.function.ToIntFunction;

/** Writes how the pipeline of this instance stands, for the engineer who was woken: what is wrong first, then every part. */
public final class PipelinePage {

    private final Names names;
    private final ToIntFunction<String> partitionOf;

    /** Takes the names, and which partition a hospital's responses are on. */
    public PipelinePage(Names names, ToIntFunction<String> partitionOf) {
        this.names = names;
        this.partitionOf = partitionOf;
    }

    public Layout.Content write(PipelineState state, Snapshot snapshot) {
        List<String> troubles = state.troubles();
        return new Layout.Content(
                Layout.Section.PIPELINE,
                state.title(),
                Html.join(
                        el("h1", state.title()),
                        troubles.isEmpty()
                                ? el("p", cls("lead"), state.well())
                                : el(
                                        "ul",
                                        cls("plain troubles"),
                                        troubles.stream()
                                                .map(each -> el("li", cls("lead"), each))
                                                .toList()),
                        el("p", cls("sub"), "This instance only; another one works on other partitions."),
                        PartsTable.write(state),
                        TallyTables.balance(state),
                        TallyTables.rejected(state.total()),
                        new FreshnessTable(names, partitionOf).write(state, snapshot)));
    }
}
