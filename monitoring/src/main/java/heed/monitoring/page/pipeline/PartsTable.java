package heed.monitoring.page.pipeline;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.el;

import heed.monitoring.html.Chip;
import heed.monitoring.html.Html;
import heed.monitoring.html.Table;
import heed.monitoring.pipeline.PipelineParts;
import heed.monitoring.view.pipeline.PipelineReport;
import heed.schemas.reader.ReaderStatus;
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
        List<Html> rows = new ArrayList<>();
        rows.add(part("Broker", report.brokerIsSilent() ? Stand.LOOK : Stand.WELL, broker(report)));
        rows.add(part("Schema registry", parts.registry().isFailing() ? Stand.LOOK : Stand.WELL, registry(report)));
        rows.add(part(
                "Stream threads",
                parts.threads() < parts.threadsWanted() ? Stand.LOOK : Stand.WELL,
                parts.threads() + " of " + parts.threadsWanted() + " alive, "
                        + count(parts.partitions().size(), "partition") + " of the feedback topic; "
                        + report.status().state().name().toLowerCase(Locale.ROOT) + " for "
                        + report.since(report.status().since())));
        rows.add(part("Restore", report.left() > 0 ? Stand.LOOK : Stand.WELL, restore(report)));
        rows.add(part(
                "Work",
                report.stuck().isEmpty() ? Stand.WELL : Stand.LOOK,
                report.waiting() == 0 ? "Nothing waits" : count(report.waiting(), "record") + " not committed yet"));
        rows.add(part(
                "Page",
                report.reader().phase() == ReaderStatus.Phase.FOLLOWING ? Stand.WELL : Stand.LOOK,
                switch (report.reader().phase()) {
                            case CATCHING_UP -> "Reads what is there";
                            case FOLLOWING ->
                                "Follows the results, " + count(report.reader().lag(), "record") + " behind";
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
        return records == 0 ? "" : "; " + count(records, "record") + " could not be read";
    }

    private enum Stand {
        WELL("Well", "green"),
        LOOK("Look here", "red");

        private final String words;
        private final String colour;

        Stand(String words, String colour) {
            this.words = words;
            this.colour = colour;
        }
    }

    private static Html part(String name, Stand stand, String words) {
        return el(
                "tr",
                el("th", attr("scope", "row"), name),
                el("td", Chip.of(stand.words, stand.colour)),
                el("td", words));
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
        return English.count(report.left()) + " records left in " + count(restoring.size(), "store") + ", most in "
                + restoring.stream()
                        .max(Comparator.comparingLong(PipelineParts.Restoring::left))
                        .map(most -> most.store() + " of partition " + most.partition())
                        .orElseThrow();
    }

    private static String count(long number, String what) {
        return English.count(number) + " " + what + (number == 1 ? "" : "s");
    }
}
