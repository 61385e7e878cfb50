package heed.monitoring.html;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;
import static heed.monitoring.html.Html.href;

import java.util.List;
import java.util.Locale;

/** Writes links to the other choices of what a page is about, with its own marked. */
public final class Switches {

    /** More links than these fold away: a survey of fifty questions would fill a screen. */
    private static final int UNFOLDED = 10;

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

    /** Returns the links under the name of {@code what} is chosen. */
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
                                el("summary", "Choose another of " + links.size()),
                                list));
    }

    private static Html link(Link link) {
        return link.here() == Here.THIS
                ? el("a", href(link.path()), attr("aria-current", "page"), link.words())
                : el("a", href(link.path()), link.words());
    }
}
