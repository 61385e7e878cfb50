package heed.monitoring.page;

import static heed.monitoring.page.Html.attr;
import static heed.monitoring.page.Html.cls;
import static heed.monitoring.page.Html.el;
import static heed.monitoring.page.Html.href;

import heed.schemas.National;
import java.util.List;
import java.util.Locale;

/** Writes what the pages that compare hospitals share: links to other months and measures, and how a month stands. */
final class Switches {

    private Switches() {}

    /** A place to go to; {@code here} tells whether it is this page. */
    record Link(String path, String words, Here here) {}

    enum Here {
        THIS,
        OTHER;

        static Here of(Object one, Object other) {
            return one.equals(other) ? THIS : OTHER;
        }
    }

    /** More links than these fold away: a survey of fifty questions would fill a screen. */
    private static final int UNFOLDED = 10;

    static Html of(String what, List<Link> links) {
        Html list = el("ul", links.stream().map(link -> el("li", link(link))).toList());
        return el(
                "nav",
                cls("switch"),
                attr("aria-label", what),
                el("span", cls("small"), what),
                links.size() <= UNFOLDED
                        ? list
                        : el(
                                "details",
                                attr("id", "switch-" + what.toLowerCase(Locale.ROOT)),
                                el("summary", "Choose another of " + Words.count(links.size())),
                                list));
    }

    private static Html link(Link link) {
        return link.here() == Here.THIS
                ? el("a", href(link.path()), attr("aria-current", "page"), link.words())
                : el("a", href(link.path()), link.words());
    }

    /** How sure it is that a month's figures stay. */
    enum Stand {
        FINAL("Final", "grey", "Only a correction or a withdrawal changes it now."),
        OPEN("Still open", "blue", "Answers are still coming in, and ranks still move.");

        private final String word;
        private final String colour;
        private final String meaning;

        Stand(String word, String colour, String meaning) {
            this.word = word;
            this.colour = colour;
            this.meaning = meaning;
        }

        static Stand of(National national) {
            return national.getFinal$() ? FINAL : OPEN;
        }

        static Stand of(heed.schemas.Standing standing) {
            return standing.getFinal$() ? FINAL : OPEN;
        }

        Html chip() {
            return Condition.chip(word, colour);
        }

        String meaning() {
            return meaning;
        }
    }

    /** Says how often corrections and withdrawals changed a comparison; nothing where none did. */
    static Html restated(long times) {
        return times == 0
                ? Html.NOTHING
                : Html.text(" Corrections and withdrawals have changed it "
                        + (times == 1 ? "once." : Words.count(times) + " times."));
    }

    /** Says plainly what a rank cannot say: short words and short sentences, for whoever reads like a child of twelve. */
    static Html warning() {
        return el(
                "section",
                cls("panel warning"),
                el("h2", "What a rank can't tell you"),
                el(
                        "ul",
                        el(
                                "li",
                                "Somebody is always first, and somebody is always last. That is true even if all are good."),
                        el(
                                "li",
                                "A rank is partly luck. The bar shows where the rank could be. If two bars overlap, we"
                                        + " can't tell which hospital is better."),
                        el(
                                "li",
                                "Hospitals care for different people, and not everybody answers. The ranks do not allow"
                                        + " for that."),
                        el("li", "A low rank is a reason to ask why. It does not say that the care was bad.")));
    }
}
