package heed.monitoring.page.pipeline;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;

import heed.monitoring.html.Chip;
import heed.monitoring.html.Html;
import heed.monitoring.html.Table;
import heed.monitoring.pipeline.PipelineParts;
import heed.monitoring.pipeline.PipelineStatus;
import heed.monitoring.view.pipeline.PartStands;
import heed.monitoring.view.pipeline.PipelineReport;
import heed.schemas.sentence.English;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Writes whether each part of the pipeline is well, and what is known of it. */
final class PartsTable {

    private PartsTable() {}

    /** Returns a row per part of this instance, from the broker to the page: well or not, and what is known of it. */
    static Html write(PipelineReport report) {
        PipelineParts.Parts parts = report.parts();
        PartStands stands = report.stands();
        List<List<Html>> rows = new ArrayList<>();
        rows.add(part(PartStands.Part.BROKER, stands, broker(report)));
        rows.add(part(PartStands.Part.SCHEMA_REGISTRY, stands, registry(report)));
        rows.add(part(
                PartStands.Part.STREAM_THREADS,
                stands,
                parts.threads() + " of " + parts.threadsWanted() + " alive, "
                        + English.counted(parts.partitions().size(), "partition") + " of the feedback topic; "
                        + report.status().state().name().toLowerCase(Locale.ROOT) + " for "
                        + report.since(report.status().since())));
        rows.add(part(PartStands.Part.RESTORE, stands, restore(report)));
        rows.add(part(
                PartStands.Part.WORK,
                stands,
                (report.waiting() == 0
                                ? "Nothing waits"
                                : English.counted(report.waiting(), "record") + " not committed yet")
                        + (report.status().state() == PipelineStatus.State.RUNNING
                                ? ""
                                : "; the pipeline is "
                                        + report.status().state().name().toLowerCase(Locale.ROOT))));
        rows.add(part(
                PartStands.Part.PAGE,
                stands,
                switch (report.reader().phase()) {
                            case CATCHING_UP -> "Reads what is there";
                            case FOLLOWING ->
                                "Follows the results, "
                                        + English.counted(report.reader().lag(), "record") + " behind";
                            case ENDED -> "Has ended";
                        }
                        + unreadable(report.reader().unreadable())));
        return Html.join(
                el("h2", attr("id", "parts"), "Parts"),
                new Table()
                        .column("Part")
                        .column("State")
                        .column("What is known")
                        .write("parts", rows));
    }

    private static String unreadable(long records) {
        return records == 0 ? "" : "; " + English.counted(records, "record") + " could not be read";
    }

    private static List<Html> part(PartStands.Part part, PartStands stands, String words) {
        return List.of(
                el("th", attr("scope", "row"), part.words()),
                el("td", stands.isWell(part) ? Chip.of("Well", "green") : Chip.of("Look here", "red")),
                el("td", cls("words"), words));
    }

    private static String broker(PipelineReport report) {
        return report.reader().lastContact() == null
                ? "Not heard of yet"
                : "Last answer " + report.since(report.reader().lastContact()) + " ago";
    }

    private static String registry(PipelineReport report) {
        PipelineParts.Registry registry = report.parts().registry();
        if (registry.isFailing()) {
            return "Did not answer " + report.since(registry.failed().orElseThrow()) + " ago";
        }
        return registry.answered()
                .map(at -> "Last answer " + report.since(at) + " ago")
                .orElse("Not asked yet");
    }

    private static String restore(PipelineReport report) {
        List<PipelineParts.Restoring> restoring = report.parts().restoring();
        if (restoring.isEmpty()) {
            return "Nothing to restore";
        }
        return English.count(report.left()) + " records left in " + English.counted(restoring.size(), "store")
                + ", most in "
                + restoring.stream()
                        .max(Comparator.comparingLong(PipelineParts.Restoring::left))
                        .map(most -> most.store() + " of partition " + most.partition())
                        .orElseThrow();
    }
}
