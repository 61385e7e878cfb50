package heed.monitoring.page.drop;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;
import static heed.monitoring.html.Html.href;

import heed.monitoring.html.Chip;
import heed.monitoring.html.CsvLink;
import heed.monitoring.html.Html;
import heed.monitoring.html.Table;
import heed.monitoring.page.ConditionChip;
import heed.monitoring.page.DropCards;
import heed.monitoring.page.Layout;
import heed.monitoring.page.Page;
import heed.monitoring.page.PageRequest;
import heed.monitoring.page.SilenceAndRiseCards;
import heed.monitoring.page.SimulatedChip;
import heed.monitoring.readmodel.Drops;
import heed.monitoring.readmodel.Hospitals;
import heed.monitoring.readmodel.Snapshot;
import heed.monitoring.view.Condition;
import heed.monitoring.view.DropStand;
import heed.monitoring.view.Knowledge;
import heed.monitoring.view.Names;
import heed.monitoring.view.Paths;
import heed.monitoring.view.Words;
import heed.monitoring.view.pipeline.PipelineSources;
import heed.schemas.Drop;
import heed.schemas.DropPhase;
import heed.schemas.DropState;
import heed.schemas.access.Right;
import heed.schemas.sentence.English;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes the list of drops: the open ones as cards, all that are remembered as a table. */
public final class DropsPage implements Page {

    private final Names names;
    private final PipelineSources pipeline;
    private final DropCards cards;

    /** Takes what hospitals and measures are called, and whom to ask whether what they send gets through. */
    public DropsPage(Names names, PipelineSources pipeline) {
        this.names = names;
        this.pipeline = pipeline;
        this.cards = new DropCards(names, pipeline);
    }

    @Override
    public String path() {
        return "/drops";
    }

    @Override
    public Right right() {
        return Right.FIGURES;
    }

    @Override
    public Optional<Layout.Content> write(PageRequest request, Snapshot snapshot) {
        return Optional.of(write(snapshot));
    }

    Layout.Content write(Snapshot snapshot) {
        List<Drop> open = snapshot.part(Drops.class).open();
        boolean known = isKnown(snapshot);
        String headline = open.isEmpty()
                ? (known ? "No drop is open" : "As far as is known no drop is open")
                : open.size() == 1 ? "1 drop is open" : English.count(open.size()) + " drops are open";
        return new Layout.Content(
                Layout.Section.DROPS,
                headline,
                Html.join(
                        el("h1", headline),
                        el(
                                "p",
                                cls("sub"),
                                "A drop is a fall that chance alone would hardly show. Each says how rarely. For readers of"
                                        + " many wards there is ",
                                el("a", href(Paths.MANY_WARDS), "a list with a stated share of false ones"),
                                "."),
                        open.isEmpty()
                                ? Html.NOTHING
                                : el(
                                        "div",
                                        cls("cards"),
                                        open.stream()
                                                .map(drop -> cards.card(drop, snapshot))
                                                .toList()),
                        news(snapshot),
                        all(snapshot, known)));
    }

    /** Where not all is read and worked on, or nobody has been heard from, that nothing is open is no good news. */
    private boolean isKnown(Snapshot snapshot) {
        Set<String> hospitals = snapshot.part(Hospitals.class).byCode().keySet();
        Knowledge known = pipeline.known();
        return !hospitals.isEmpty()
                && !pipeline.report().isStarting()
                && hospitals.stream().allMatch(each -> known.lostSince(each).isEmpty());
    }

    private Html news(Snapshot snapshot) {
        Html cards = new SilenceAndRiseCards(names).of(snapshot);
        return cards == Html.NOTHING
                ? Html.NOTHING
                : Html.join(el("h2", attr("id", "news"), "Gone quiet, or better than usual"), cards);
    }

    private Html all(Snapshot snapshot, boolean known) {
        List<List<Html>> rows = snapshot.part(Drops.class).newestFirst().stream()
                .map(drop -> line(DropStand.of(drop, snapshot, names, pipeline.known())))
                .toList();
        if (rows.isEmpty()) {
            return el(
                    "p",
                    cls("panel"),
                    known ? "Nothing has been flagged so far." : "As far as is known nothing has been flagged.");
        }
        return Html.join(
                el("h2", attr("id", "all"), "All drops"),
                new Table()
                        .column("What fell")
                        .column("State")
                        .figures("Usual")
                        .figures("Fell to")
                        .figures("Now")
                        .column("Since about")
                        .column("Flagged")
                        .column("Recovered")
                        .write("all", rows),
                CsvLink.to("/api/v1/drops"));
    }

    private List<Html> line(DropStand stand) {
        Drop drop = stand.drop();
        ZoneId zone = names.zone(drop.getHospital());
        return List.of(
                el(
                        "th",
                        attr("scope", "row"),
                        el("a", href(Paths.drop(drop)), cards.title(drop)),
                        SimulatedChip.after(drop.getHospital(), names)),
                el("td", state(drop)),
                el("td", cls("n"), stand.usual()),
                el("td", cls("n"), stand.lowest()),
                el("td", cls("n"), el("b", stand.current())),
                el("td", Words.shortDate(drop.getSince(), zone)),
                el("td", Words.shortMoment(drop.getOpenedAt(), zone)),
                el("td", drop.getRecoveredAt() == null ? "-" : Words.shortMoment(drop.getRecoveredAt(), zone)));
    }

    private static Html state(Drop drop) {
        if (drop.getState() == DropState.OPEN) {
            return ConditionChip.of(Condition.FALLING);
        }
        return drop.getPhase() == DropPhase.REBASELINED
                ? Chip.of("New usual level", "grey")
                : ConditionChip.of(Condition.RECOVERED);
    }
}
