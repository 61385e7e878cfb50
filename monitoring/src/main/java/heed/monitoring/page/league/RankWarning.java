package heed.monitoring.page.league;

import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;

import heed.monitoring.html.Html;

/** Says plainly what a rank cannot say: short words and short sentences, for whoever reads like a child of twelve. */
final class RankWarning {

    private RankWarning() {}

    static Html write() {
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
