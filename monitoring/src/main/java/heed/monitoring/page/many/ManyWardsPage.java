package heed.monitoring.page.many;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;
import static heed.monitoring.html.Html.href;

import heed.monitoring.html.Crumbs;
import heed.monitoring.html.CsvLink;
import heed.monitoring.html.Html;
import heed.monitoring.html.Table;
import heed.monitoring.page.DropCards;
import heed.monitoring.page.Layout;
import heed.monitoring.page.Page;
import heed.monitoring.page.PageRequest;
import heed.monitoring.page.SimulatedChip;
import heed.monitoring.readmodel.SharedFalls;
import heed.monitoring.readmodel.Snapshot;
import heed.monitoring.view.DropStand;
import heed.monitoring.view.FallList;
import heed.monitoring.view.Names;
import heed.monitoring.view.Paths;
import heed.monitoring.view.Words;
import heed.monitoring.view.pipeline.PipelineSources;
import heed.schemas.Drop;
import heed.schemas.access.Right;
import heed.schemas.figures.FalseShare;
import heed.schemas.sentence.OthersSentences;
import java.util.List;
import java.util.Optional;

/** Writes the list of fallen lines of which at most a stated share is there by chance. */
public final class ManyWardsPage implements Page {

    private final Names names;
    private final PipelineSources pipeline;
    private final FalseShare share;
    private final DropCards cards;

    /** Takes what hospitals and measures are called, whom to ask what is known, and the share that may be false. */
    public ManyWardsPage(Names names, PipelineSources pipeline, FalseShare share) {
        this.names = names;
        this.pipeline = pipeline;
        this.share = share;
        this.cards = new DropCards(names, pipeline);
    }

    @Override
    public String path() {
        return Paths.MANY_WARDS;
    }

    @Override
    public Right right() {
        return Right.FIGURES;
    }

    @Override
    public Optional<Layout.Content> write(PageRequest request, Snapshot snapshot) {
        return Optional.of(write(FallList.of(snapshot, share), snapshot));
    }

    private Layout.Content write(FallList list, Snapshot snapshot) {
        return new Layout.Content(
                Layout.Section.DROPS,
                "Many wards",
                Html.join(
                        new Crumbs().link("/drops", "Drops").here("Many wards"),
                        el("h1", attr("id", "many"), list.headline()),
                        el("p", cls("sub"), list.promise()),
                        list.falls().isEmpty() ? Html.NOTHING : table(list, snapshot),
                        el("p", cls("small"), list.how())));
    }

    private Html table(FallList list, Snapshot snapshot) {
        return Html.join(
                new Table()
                        .column("What fell")
                        .column("By chance once in")
                        .figures("Usual")
                        .figures("Fell to")
                        .figures("Now")
                        .column("Beside others")
                        .column("Since about")
                        .column("Flagged")
                        .write(
                                "many",
                                list.falls().stream()
                                        .map(fall -> line(fall, snapshot))
                                        .toList()),
                CsvLink.to("/api/v1" + Paths.MANY_WARDS));
    }

    private List<Html> line(FallList.Fall fall, Snapshot snapshot) {
        Drop drop = fall.drop();
        DropStand stand = DropStand.of(drop, snapshot, names, pipeline.known());
        return List.of(
                el(
                        "th",
                        attr("scope", "row"),
                        el("a", href(Paths.drop(drop)), cards.title(drop)),
                        SimulatedChip.after(drop.getHospital(), names)),
                el("td", fall.years()),
                el("td", cls("n"), stand.usual()),
                el("td", cls("n"), stand.lowest()),
                el("td", cls("n"), el("b", stand.current())),
                el("td", beside(drop, snapshot)),
                el("td", Words.shortDate(drop.getSince(), names.zone(drop.getHospital()))),
                el("td", Words.shortMoment(drop.getOpenedAt(), names.zone(drop.getHospital()))));
    }

    private String beside(Drop drop, Snapshot snapshot) {
        return OthersSentences.verdict(
                SharedFalls.verdict(SharedFalls.of(drop, snapshot, names.zone(drop.getHospital()))));
    }
}
