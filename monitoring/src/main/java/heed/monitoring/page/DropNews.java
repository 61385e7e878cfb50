package heed.monitoring.page;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;
import static heed.monitoring.html.Html.href;

import heed.monitoring.html.Chip;
import heed.monitoring.html.Html;
import heed.monitoring.readmodel.Drops;
import heed.monitoring.readmodel.Snapshot;
import heed.monitoring.view.Condition;
import heed.monitoring.view.DropStand;
import heed.monitoring.view.Endings;
import heed.monitoring.view.FallenTogether;
import heed.monitoring.view.Followed;
import heed.monitoring.view.Names;
import heed.monitoring.view.Paths;
import heed.monitoring.view.Words;
import heed.monitoring.view.pipeline.PipelineSources;
import heed.schemas.Drop;
import heed.schemas.key.SeriesKey;
import java.time.ZoneId;
import java.util.List;

/** Writes the drops that are news: a card for each hospital, however much fell there, and a line for what is over. */
public final class DropNews {

    private final Names names;
    private final PipelineSources pipeline;
    private final DropCards cards;

    /** Takes what hospitals and measures are called, and whom to ask whether what they send gets through. */
    public DropNews(Names names, PipelineSources pipeline) {
        this.names = names;
        this.pipeline = pipeline;
        this.cards = new DropCards(names, pipeline);
    }

    /**
     * Returns what is open, each with the act that {@code seen} offers, hospitals that a reader follows first; nothing
     * where nothing is.
     */
    public Html open(Snapshot snapshot, SeenIt seen, Followed followed) {
        List<FallenTogether> hospitals =
                FallenTogether.byHospital(snapshot.part(Drops.class).open());
        List<Html> open = followed.first(hospitals, FallenTogether::code).stream()
                .map(each -> open(each, snapshot, seen))
                .toList();
        return open.isEmpty() ? Html.NOTHING : el("div", cls("cards"), open);
    }

    /** Returns what is over; nothing where nothing has been open lately. */
    public Html over(Snapshot snapshot) {
        List<FallenTogether.Told> over = FallenTogether.told(
                snapshot.part(Drops.class).recoveredSince(snapshot.now().minus(Condition.NEWS)));
        return over.isEmpty() ? Html.NOTHING : over(over, snapshot);
    }

    private Html open(FallenTogether hospital, Snapshot snapshot, SeenIt seen) {
        FallenTogether.Told first = hospital.told().get(0);
        if (hospital.told().size() == 1) {
            return cards.card(
                    first.drop(),
                    first.units(),
                    snapshot,
                    Html.join(seen.of(first.drop(), snapshot), ward(first.drop())));
        }
        return el(
                "section",
                cls("card falling"),
                attr("data-hospital", hospital.code()),
                el(
                        "h2",
                        el("a", href(Paths.hospital(hospital.code())), hospital.title(names)),
                        SimulatedChip.after(hospital.code(), names)),
                largest(first, snapshot, seen),
                el(
                        "ul",
                        cls("fallen"),
                        hospital.told().stream()
                                .skip(1)
                                .map(each -> line(each, snapshot, seen))
                                .toList()));
    }

    /** Returns the way to all of the ward that a drop is of; nothing for one of a whole hospital. */
    private static Html ward(Drop drop) {
        return drop.getUnit() == null
                ? Html.NOTHING
                : el(
                        "p",
                        cls("small"),
                        el("a", href(Paths.ward(drop.getHospital(), drop.getUnit())), "All of " + drop.getUnit()));
    }

    private Html largest(FallenTogether.Told told, Snapshot snapshot, SeenIt seen) {
        Drop drop = told.drop();
        return el(
                "div",
                attr("data-drop", drop.getDropId()),
                el("p", "Most of all ", link(drop)),
                DropCards.standing(stand(drop, snapshot), severity(drop)),
                DropCards.upAgain(stand(drop, snapshot)),
                DropCards.stage(drop, snapshot),
                seen.of(drop, snapshot),
                DropCards.alsoOn(told.units()));
    }

    private Html line(FallenTogether.Told told, Snapshot snapshot, SeenIt seen) {
        Drop drop = told.drop();
        return el(
                "li",
                attr("data-drop", drop.getDropId()),
                el("a", href(Paths.drop(drop)), stand(drop, snapshot).title(names.within(SeriesKey.of(drop)))),
                " ",
                severity(drop),
                DropCards.upAgain(stand(drop, snapshot)),
                DropCards.stage(drop, snapshot),
                seen.of(drop, snapshot),
                DropCards.alsoOn(told.units()));
    }

    private Html over(List<FallenTogether.Told> over, Snapshot snapshot) {
        return el(
                "section",
                cls("panel over"),
                el("h2", "Recovered lately"),
                el("ul", over.stream().map(each -> back(each, snapshot)).toList()));
    }

    private Html back(FallenTogether.Told told, Snapshot snapshot) {
        Drop drop = told.drop();
        ZoneId zone = names.zone(drop.getHospital());
        return el(
                "li",
                cls("recovered"),
                attr("data-drop", drop.getDropId()),
                el("a", href(Paths.drop(drop)), cards.title(drop)),
                SimulatedChip.after(drop.getHospital(), names),
                " back since " + Words.date(Endings.of(drop), zone) + ", low from about "
                        + Words.date(drop.getSince(), zone) + ". Usual "
                        + stand(drop, snapshot).usual() + ", now "
                        + stand(drop, snapshot).current() + ".",
                DropCards.stage(drop, snapshot),
                DropCards.alsoOn(told.units()));
    }

    private Html link(Drop drop) {
        return el("a", href(Paths.drop(drop)), names.within(SeriesKey.of(drop)));
    }

    private DropStand stand(Drop drop, Snapshot snapshot) {
        return DropStand.of(drop, snapshot, names, pipeline.known());
    }

    private static Html severity(Drop drop) {
        return Chip.of(Words.severity(drop.getSeverity()), "red");
    }
}
