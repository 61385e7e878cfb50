package heed.monitoring.page.drop;

import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;

import heed.monitoring.html.Html;
import heed.schemas.Drop;
import heed.schemas.sentence.MixSentences;
import java.util.List;

/** Says whether a fall is one of care, or one of who answered. */
final class MixChecks {

    private MixChecks() {}

    /** Returns one item for each thing that respondents are told apart by; nothing where nothing is known of them. */
    static Html of(Drop drop) {
        List<Html> checks = drop.getMix().stream()
                .map(check -> el("li", el("b", MixSentences.dimension(check)), " " + MixSentences.verdict(check)))
                .toList();
        return checks.isEmpty()
                ? Html.NOTHING
                : Html.join(el("h2", "Did the people who answer change?"), el("ul", cls("plain mix"), checks));
    }
}
