package heed.monitoring.page.pipeline;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;

import heed.monitoring.html.Html;
import heed.monitoring.html.Table;
import heed.monitoring.pipeline.TallySource;
import heed.monitoring.view.pipeline.PipelineReport;
import heed.monitoring.view.pipeline.Remedies;
import heed.schemas.rejected.RejectionReason;
import heed.schemas.sentence.English;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes what became of the records that came in, and why some were rejected. */
final class TallyTables {

    private TallyTables() {}

    /**
     * Returns a row per partition of records in, what became of them and how many are missing, and one of all together.
     */
    static Html balance(PipelineReport report) {
        List<List<Html>> rows = new ArrayList<>();
        report.parts().tallies().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(each -> rows.add(balance("Partition " + each.getKey(), each.getValue())));
        rows.add(balance("Together", report.total()));
        return Html.join(
                el("h2", attr("id", "balance"), "Records in, and what became of them"),
                el(
                        "p",
                        cls("small"),
                        "In = counted + duplicate + conflict + corrected + withdrawn + rejected. Both sides are counted"
                                + " on their own; a record in work is missing for a moment. A conflict has the id and"
                                + " revision of what was counted, and other answers or another unit: the first stand."),
                new Table()
                        .column("Where")
                        .figures("In")
                        .figures("Counted")
                        .figures("Duplicate")
                        .figures("Conflict")
                        .figures("Corrected")
                        .figures("Withdrawn")
                        .figures("Rejected")
                        .figures("Missing")
                        .write("balance", rows));
    }

    private static List<Html> balance(String where, TallySource.Tally tally) {
        Html name = el("th", attr("scope", "row"), where);
        return Stream.concat(
                        Stream.of(name),
                        Stream.of(
                                        tally.in(),
                                        tally.counted(),
                                        tally.duplicate(),
                                        tally.conflict(),
                                        tally.corrected(),
                                        tally.withdrawn(),
                                        tally.rejections(),
                                        tally.missing())
                                .map(each -> el("td", cls("n"), English.count(each))))
                .toList();
    }

    /** Returns a row per reason with its records, the most frequent first, what it means and what to do. */
    static Html rejected(TallySource.Tally total) {
        List<List<Html>> rows = total.rejected().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(each -> rejected(each.getKey(), each.getValue()))
                .toList();
        return Html.join(
                el("h2", attr("id", "rejected"), "Rejected"),
                rows.isEmpty()
                        ? el("p", "No record has been rejected.")
                        : new Table()
                                .column("Reason")
                                .figures("Records")
                                .column("What it means")
                                .column("What to do")
                                .write("rejected", rows));
    }

    private static List<Html> rejected(String code, long records) {
        Optional<RejectionReason> reason = RejectionReason.ofCode(code);
        return List.of(
                el("th", attr("scope", "row"), el("code", code)),
                el("td", cls("n"), English.count(records)),
                el("td", cls("words"), reason.map(RejectionReason::description).orElse("A newer release knows it.")),
                el("td", cls("words"), reason.map(Remedies::of).orElse("look it up in that release's documents")));
    }
}
