package heed.monitoring.page.pipeline;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;
import static heed.monitoring.html.Html.href;

import heed.monitoring.html.Chip;
import heed.monitoring.html.Html;
import heed.monitoring.html.Table;
import heed.monitoring.readmodel.Snapshot;
import heed.monitoring.view.Names;
import heed.monitoring.view.Paths;
import heed.monitoring.view.Words;
import heed.monitoring.view.pipeline.HospitalFreshness;
import heed.monitoring.view.pipeline.PipelineReport;
import java.util.List;
import java.util.function.ToIntFunction;

/** Writes since when each hospital has not been heard of, and whether that is the hospital or Heed: quiet or stuck. */
final class FreshnessTable {

    private final Names names;
    private final ToIntFunction<String> partitionOf;

    /** Takes the names, and which partition a hospital's responses are on. */
    FreshnessTable(Names names, ToIntFunction<String> partitionOf) {
        this.names = names;
        this.partitionOf = partitionOf;
    }

    Html write(PipelineReport report, Snapshot snapshot) {
        List<HospitalFreshness> hospitals = HospitalFreshness.all(report, snapshot, partitionOf);
        return Html.join(
                el("h2", attr("id", "freshness"), "Freshness of hospitals"),
                el(
                        "p",
                        cls("small"),
                        "Quiet: nothing comes in for longer than the hospital's own hours allow. Stuck: something may"
                                + " come in, but Heed does not get it done. Nothing flagged: within its hours, or too little is known"
                                + " of them. Only published months: no response has come in by itself yet."),
                hospitals.isEmpty()
                        ? el("p", "No hospital has been heard from.")
                        : new Table()
                                .column("Hospital")
                                .column("State")
                                .column("Newest response")
                                .figures("Partition")
                                .write(
                                        "freshness",
                                        hospitals.stream()
                                                .map(each -> fresh(each, snapshot))
                                                .toList()));
    }

    private List<Html> fresh(HospitalFreshness fresh, Snapshot snapshot) {
        String code = fresh.hospital();
        return List.of(
                el("th", attr("scope", "row"), el("a", href(Paths.hospital(code)), names.hospital(code))),
                el("td", chip(fresh.kind())),
                el(
                        "td",
                        fresh.newest() == null
                                ? ""
                                : Words.moment(fresh.newest(), names.zone(code)) + ", "
                                        + Words.ago(fresh.newest(), snapshot.now())),
                el("td", cls("n"), fresh.partition()));
    }

    private static Html chip(HospitalFreshness.Kind kind) {
        return Chip.of(
                kind.words(),
                switch (kind) {
                    case STUCK -> "red";
                    case QUIET -> "amber";
                    case WAITS -> "blue";
                    case ELSEWHERE, PUBLISHED_ONLY -> "grey";
                    case WITHIN -> "green";
                });
    }
}
