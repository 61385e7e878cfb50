package heed.monitoring.page;

import static heed.monitoring.page.Html.attr;
import static heed.monitoring.page.Html.cls;
import static heed.monitoring.page.Html.el;

import heed.monitoring.PipelineParts;
import heed.monitoring.TallySource;
import heed.monitoring.readmodel.ReaderStatus;
import heed.monitoring.readmodel.Snapshot;
import heed.schemas.RejectionReason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** Writes how the pipeline of this instance stands, for the engineer who was woken: what is wrong first, then every part. */
final class PipelinePage {

    private final Names names;
    private final ToIntFunction<String> partitionOf;

    /** Takes the names, and which partition a hospital's responses are on. */
    PipelinePage(Names names, ToIntFunction<String> partitionOf) {
        this.names = names;
        this.partitionOf = partitionOf;
    }

    Layout.Content write(PipelineState state, Snapshot snapshot) {
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
                        parts(state),
                        balance(state),
                        rejected(state.total()),
                        new FreshnessTable(names, partitionOf).write(state, snapshot)));
    }

    private static Html parts(PipelineState state) {
        PipelineParts.Parts parts = state.parts();
        List<Html> rows = new ArrayList<>();
        rows.add(part("Broker", state.brokerIsSilent() ? Stand.LOOK : Stand.WELL, broker(state)));
        rows.add(part("Schema registry", parts.registry().isFailing() ? Stand.LOOK : Stand.WELL, registry(state)));
        rows.add(part(
                "Stream threads",
                parts.threads() < parts.threadsWanted() ? Stand.LOOK : Stand.WELL,
                parts.threads() + " of " + parts.threadsWanted() + " alive, "
                        + count(parts.partitions().size(), "partition") + " of the feedback topic; "
                        + state.status().state().name().toLowerCase(Locale.ROOT) + " for "
                        + state.since(state.status().since())));
        rows.add(part("Restore", state.left() > 0 ? Stand.LOOK : Stand.WELL, restore(state)));
        rows.add(part(
                "Work",
                state.stuck().isEmpty() ? Stand.WELL : Stand.LOOK,
                state.waiting() == 0 ? "Nothing waits" : count(state.waiting(), "record") + " not committed yet"));
        rows.add(part(
                "Page",
                state.reader().phase() == ReaderStatus.Phase.FOLLOWING ? Stand.WELL : Stand.LOOK,
                switch (state.reader().phase()) {
                            case CATCHING_UP -> "Reads what is there";
                            case FOLLOWING ->
                                "Follows the results, " + count(state.reader().lag(), "record") + " behind";
                            case ENDED -> "Has ended";
                        }
                        + unreadable(state.reader().unreadable())));
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
                el("td", Condition.chip(stand.words, stand.colour)),
                el("td", words));
    }

    private static String broker(PipelineState state) {
        return state.reader().lastContact() == null
                ? "Not heard of yet"
                : "Last answer " + state.since(state.reader().lastContact()) + " ago";
    }

    private static String registry(PipelineState state) {
        PipelineParts.Registry registry = state.parts().registry();
        if (registry.isFailing()) {
            return "Did not answer " + state.since(registry.failed().orElseThrow()) + " ago";
        }
        return registry.answered()
                .map(at -> "Last answer " + state.since(at) + " ago")
                .orElse("Not asked yet");
    }

    private static String restore(PipelineState state) {
        List<PipelineParts.Restoring> restoring = state.parts().restoring();
        if (restoring.isEmpty()) {
            return "Nothing to restore";
        }
        return Words.count(state.left()) + " records left in " + count(restoring.size(), "store") + ", most in "
                + restoring.stream()
                        .max(Comparator.comparingLong(PipelineParts.Restoring::left))
                        .map(most -> most.store() + " of partition " + most.partition())
                        .orElseThrow();
    }

    private static String count(long number, String what) {
        return Words.count(number) + " " + what + (number == 1 ? "" : "s");
    }

    private static Html balance(PipelineState state) {
        List<Html> rows = new ArrayList<>();
        state.parts().tallies().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(each -> rows.add(balance("Partition " + each.getKey(), each.getValue())));
        rows.add(balance("Together", state.total()));
        return Html.join(
                el("h2", attr("id", "balance"), "Records in, and what became of them"),
                el(
                        "p",
                        cls("small"),
                        "In = counted + duplicate + corrected + withdrawn + rejected. Both sides are counted on their"
                                + " own; a record in work is missing for a moment."),
                new Table()
                        .column("Where")
                        .figures("In")
                        .figures("Counted")
                        .figures("Duplicate")
                        .figures("Corrected")
                        .figures("Withdrawn")
                        .figures("Rejected")
                        .figures("Missing")
                        .write("balance", rows));
    }

    private static Html balance(String where, TallySource.Tally tally) {
        return el(
                "tr",
                el("th", attr("scope", "row"), where),
                List.of(
                                tally.in(),
                                tally.counted(),
                                tally.duplicate(),
                                tally.corrected(),
                                tally.withdrawn(),
                                tally.rejections(),
                                tally.missing())
                        .stream()
                        .map(each -> el("td", cls("n"), Words.count(each)))
                        .toList());
    }

    private static Html rejected(TallySource.Tally total) {
        List<Html> rows = total.rejected().entrySet().stream()
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

    private static Html rejected(String code, long records) {
        Optional<RejectionReason> reason = RejectionReason.ofCode(code);
        return el(
                "tr",
                el("th", attr("scope", "row"), el("code", code)),
                el("td", cls("n"), Words.count(records)),
                el("td", reason.map(RejectionReason::description).orElse("A newer release knows it.")),
                el("td", reason.map(Remedies::of).orElse("look it up in that release's documents")));
    }
}
