package heed.monitoring.page.help;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;

import heed.monitoring.html.Html;
import heed.monitoring.page.Layout;
import heed.monitoring.page.Page;
import heed.monitoring.page.PageRequest;
import heed.monitoring.readmodel.Snapshot;
import heed.monitoring.view.Glossary;
import heed.schemas.access.Right;
import java.util.List;
import java.util.Optional;

/** Writes what the words and charts of the other pages mean, and who sees what. */
public final class HelpPage implements Page {

    private static final List<String> CHARTS = List.of(
            "A line of scores has a point for each day, of that day and the six before it: one bad day moves it a little"
                    + " for a week. Where there are too few answers it has a gap.",
            "The shaded band is the usual range. One point outside it is nothing yet: of many points some are. Heed"
                    + " weighs all of them together, which is why a drop can be flagged while the line is still near"
                    + " the band, and not be flagged for a single low day.",
            "Staff can note on a hospital's or ward's chart what began on a day, such as a new rota. A note has a number on"
                    + " the chart and its words below it. It changes no score. Whoever may act there can take it away.",
            "How far back a chart goes, what a list is narrowed to, and how it is sorted stand in the address of the page."
                    + " To come back to a view, keep its address as a bookmark of your browser, under a name of your own.",
            "Below each chart is what it shows as a table, for whoever would rather read.",
            "What this page, the overview, a hospital and a drop say in sentences can be read from the age of 10 on, by the"
                    + " Flesch-Kincaid grade, which counts words and syllables.");

    private static final List<String> READERS = List.of(
            "The foot of each page says for whom its figures are, and how few answers are not shown. Where people sign"
                    + " in, each sees their own hospitals and wards.",
            "What patients wrote is kept apart from their scores and without names, numbers and addresses as far as"
                    + " these can be found. It is shown to those alone who were granted it, and each look is kept.",
            "What staff say they did about a drop is shown with the drop, and with their name. So are their notes on charts."
                    + " A page for everybody shows neither.");

    @Override
    public String path() {
        return "/help";
    }

    @Override
    public Right right() {
        return Right.FIGURES;
    }

    @Override
    public Optional<Layout.Content> write(PageRequest request, Snapshot snapshot) {
        return Optional.of(new Layout.Content(
                        Layout.Section.HELP,
                        "What the words and charts mean",
                        Html.join(
                                el("h1", "What the words and charts mean"),
                                el("p", cls("sub"), Glossary.SCORE),
                                terms("words", "Words", Glossary.terms()),
                                terms("now", "How a hospital can stand", Glossary.conditions()),
                                paragraphs("charts", "How to read a chart", CHARTS),
                                paragraphs("who", "Who sees what", READERS)))
                .still());
    }

    private static Html terms(String id, String heading, List<Glossary.Term> terms) {
        return el(
                "section",
                cls("panel"),
                attr("aria-labelledby", id),
                el("h2", attr("id", id), heading),
                el(
                        "dl",
                        cls("terms"),
                        terms.stream()
                                .map(each -> Html.join(el("dt", each.word()), el("dd", each.meaning())))
                                .toList()));
    }

    private static Html paragraphs(String id, String heading, List<String> paragraphs) {
        return el(
                "section",
                cls("panel"),
                attr("aria-labelledby", id),
                el("h2", attr("id", id), heading),
                paragraphs.stream().map(each -> el("p", each)).toList());
    }
}
