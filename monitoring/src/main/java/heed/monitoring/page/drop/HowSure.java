package heed.monitoring.page.drop;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;

import heed.monitoring.html.Html;
import heed.schemas.Drop;
import heed.schemas.sentence.DropFact;
import java.util.List;
import java.util.stream.Stream;

/** Writes how sure a drop is: its figures, whom it is sure enough for, and how rarely chance alone shows it. */
final class HowSure {

    private HowSure() {}

    static Html of(Drop drop) {
        List<Html> rows = Stream.concat(DropFact.figures(drop).stream(), DropFact.rarity(drop).stream())
                .map(HowSure::row)
                .toList();
        return Html.join(
                el("h2", attr("id", "sure"), "How sure is this"), el("table", cls("facts"), el("tbody", rows)));
    }

    private static Html row(DropFact fact) {
        return el("tr", el("th", attr("scope", "row"), fact.meaning()), el("td", cls("n"), fact.value()));
    }
}
