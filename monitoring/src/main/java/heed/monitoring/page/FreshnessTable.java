package heed.monitoring.page;

import static heed.monitoring.page.Html.attr;
import static heed.monitoring.page.Html.cls;
import static heed.monitoring.page.Html.el;
import static heed.monitoring.page.Html.href;

import heed.monitoring.PipelineStatus;
import heed.monitoring.readmodel.HospitalFigures;
import heed.monitoring.readmodel.Snapshot;
import java.util.Comparator;
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

    Html write(PipelineState state, Snapshot snapshot) {
        List<Fresh> hospitals = snapshot.hospitals().values().stream()
                .map(each -> fresh(each, state, snapshot))
                .sorted(Comparator.comparing(Fresh::kind)
                        .thenComparing(each -> each.figures().lastAnswer())
                        .thenComparing(each -> each.figures().code()))
                .toList();
        return Html.join(
                el("h2", attr("id", "freshness"), "Freshness of hospitals"),
                el(
                        "p",
                        cls("small"),
                        "Quiet: nothing comes in for longer than the hospital's own hours allow. Stuck: something may"
                                + " come in, but Heed does not get it done. Nothing flagged: within its hours, or too little is known"
                                + " of them."),
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

    /** How fresh a hospital's figures are; what needs attention comes first. */
    private enum Kind {
        STUCK("Stuck", "red"),
        QUIET("Quiet", "amber"),
        WAITS("Waits for the start", "blue"),
        ELSEWHERE("On another instance", "grey"),
        WITHIN("Nothing flagged", "green");

        private final String words;
        private final String colour;

        Kind(String words, String colour) {
            this.words = words;
            this.colour = colour;
        }
    }

    private record Fresh(HospitalFigures figures, Kind kind, int partition) {}

    private Fresh fresh(HospitalFigures figures, PipelineState state, Snapshot snapshot) {
        int partition = partitionOf.applyAsInt(figures.code());
        return new Fresh(figures, kind(figures.code(), partition, state, snapshot), partition);
    }

    private static Kind kind(String code, int partition, PipelineState state, Snapshot snapshot) {
        if (state.isStuck(partition)) {
            return Kind.STUCK;
        }
        if (state.status().state() == PipelineStatus.State.STARTING) {
            return Kind.WAITS;
        }
        if (snapshot.watch().isQuiet(code)) {
            return Kind.QUIET;
        }
        return state.parts().partitions().containsKey(partition) ? Kind.WITHIN : Kind.ELSEWHERE;
    }

    private Html fresh(Fresh fresh, Snapshot snapshot) {
        String code = fresh.figures().code();
        return el(
                "tr",
                el("th", attr("scope", "row"), el("a", href(Words.hospitalPath(code)), names.hospital(code))),
                el("td", Condition.chip(fresh.kind().words, fresh.kind().colour)),
                el(
                        "td",
                        Words.longMoment(fresh.figures().lastAnswer(), names.zone(code)) + ", "
                                + Words.ago(fresh.figures().lastAnswer(), snapshot.now())),
                el("td", cls("n"), fresh.partition()));
    }
}
