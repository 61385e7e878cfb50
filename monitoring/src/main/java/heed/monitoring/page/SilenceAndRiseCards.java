package heed.monitoring.page;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;
import static heed.monitoring.html.Html.href;

import heed.monitoring.html.Html;
import heed.monitoring.readmodel.Rises;
import heed.monitoring.readmodel.Silences;
import heed.monitoring.readmodel.Snapshot;
import heed.monitoring.view.Condition;
import heed.monitoring.view.Names;
import heed.monitoring.view.Paths;
import heed.schemas.Rise;
import heed.schemas.Silence;
import heed.schemas.key.PlaceKey;
import heed.schemas.key.SeriesKey;
import heed.schemas.sentence.Figures;
import java.util.List;
import java.util.stream.Stream;

/** Writes what is neither a drop nor its end as cards: praise that lasts, and places that have gone quiet. */
public final class SilenceAndRiseCards {

    private final Names names;

    /** Takes what hospitals and measures are called. */
    public SilenceAndRiseCards(Names names) {
        this.names = names;
    }

    /** Returns cards of all hospitals; nothing where there are none. */
    public Html of(Snapshot snapshot) {
        return cards(
                snapshot.part(Silences.class).open(), snapshot.part(Rises.class).open());
    }

    /** Returns cards of one hospital; nothing where there are none. */
    public Html of(Snapshot snapshot, String hospital) {
        return cards(
                snapshot.part(Silences.class).open(hospital),
                snapshot.part(Rises.class).open(hospital));
    }

    /** Returns cards of one ward; nothing where there are none. */
    public Html of(Snapshot snapshot, PlaceKey ward) {
        return cards(
                snapshot.part(Silences.class).open(ward.hospital()).stream()
                        .filter(silence -> PlaceKey.of(silence).equals(ward))
                        .toList(),
                snapshot.part(Rises.class).open(ward.hospital()).stream()
                        .filter(rise -> SeriesKey.of(rise).place().equals(ward))
                        .toList());
    }

    private Html cards(List<Silence> silences, List<Rise> rises) {
        List<Html> cards = Stream.concat(
                        silences.stream().map(this::quiet), rises.stream().map(this::praise))
                .toList();
        return cards.isEmpty() ? Html.NOTHING : el("div", cls("cards news"), cards);
    }

    private Html quiet(Silence silence) {
        return el(
                "section",
                cls("card quiet"),
                attr("data-silence", silence.getSilenceId()),
                heading(PlaceKey.of(silence), names.place(silence.getHospital(), silence.getUnit())),
                el("p", ConditionChip.of(Condition.QUIET)),
                el("p", Html.either(names.said(silence), names.welsh(silence))),
                el(
                        "p",
                        cls("small"),
                        "The cause is likely to be at the hospital: a form, a link or a sender that stopped."));
    }

    private Html praise(Rise rise) {
        String title = names.place(rise.getHospital(), rise.getUnit()) + ": " + names.measure(rise.getMeasure());
        return el(
                "section",
                cls("card recovered"),
                attr("data-rise", rise.getRiseId()),
                heading(SeriesKey.of(rise).place(), title),
                DropCards.fromUsual(
                        Figures.of(rise.getScore(), rise.getBaseline()), ConditionChip.of(Condition.RISING)),
                el("p", Html.either(names.said(rise), names.welsh(rise))));
    }

    private Html heading(PlaceKey place, String words) {
        return el("h2", el("a", href(Paths.place(place)), words), SimulatedChip.after(place.hospital(), names));
    }
}
