package heed.monitoring.page;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;
import static heed.monitoring.html.Html.href;

import heed.monitoring.html.Html;
import heed.monitoring.view.Words;
import heed.schemas.sentence.English;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.function.UnaryOperator;

/** Writes what the pages that compare hospitals share: links to other months and measures, and what ranks cannot tell. */
public final class Switches {

    private Switches() {}

    /** A place to go to; {@code here} tells whether it is this page. */
    public record Link(String path, String words, Here here) {}

    public enum Here {
        THIS,
        OTHER;

        public static Here of(Object one, Object other) {
            return one.equals(other) ? THIS : OTHER;
        }
    }

    /** More links than these fold away: a survey of fifty questions would fill a screen. */
    private static final int UNFOLDED = 10;

    public static Html of(String what, List<Link> links) {
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
                                el("summary", "Choose another of " + English.count(links.size())),
                                list));
    }

    /** Links to the months of a comparison; {@code path} says where each is, {@code here} is this page's. */
    public static Html months(NavigableMap<String, ?> months, String here, UnaryOperator<String> path) {
        return of(
                "Month",
                months.descendingKeySet().stream()
                        .map(month -> new Link(path.apply(month), Words.month(month), Here.of(month, here)))
                        .toList());
    }

    private static Html link(Link link) {
        return link.here() == Here.THIS
                ? el("a", href(link.path()), attr("aria-current", "page"), link.words())
                : el("a", href(link.path()), link.words());
    }

    /** Says plainly what a rank cannot say: short words and short sentences, for whoever reads like a child of twelve. */
    public static Html warning() {
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
