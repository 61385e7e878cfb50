package heed.monitoring.page.drop;

import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;

import heed.monitoring.html.Html;
import heed.schemas.Drop;
import heed.schemas.MixCheck;
import heed.schemas.MixVerdict;
import heed.schemas.sentence.English;
import java.util.List;

/** Says whether a fall is one of care, or one of who answered. */
final class MixWords {

    private MixWords() {}

    /** Returns one item for each thing that respondents are told apart by; nothing where nothing is known of them. */
    static Html of(Drop drop) {
        List<Html> checks = drop.getMix().stream()
                .map(check -> el("li", el("b", question(check)), " " + answer(check)))
                .toList();
        return checks.isEmpty()
                ? Html.NOTHING
                : Html.join(el("h2", "Did the people who answer change?"), el("ul", cls("plain mix"), checks));
    }

    private static String question(MixCheck check) {
        return switch (check.getDimension()) {
            case CHANNEL -> "By way of answering (paper, text message, web):";
            case LANGUAGE -> "By language of the form:";
            case AGE_BAND -> "By age:";
            case UNSTATED -> "By something this version of the page does not know:";
        };
    }

    private static String answer(MixCheck check) {
        String counted = "As counted the score fell by " + English.points(check.getFall()) + ". ";
        if (check.getFallHeld() == null || check.getVerdict() == MixVerdict.UNKNOWN) {
            return counted
                    + "Too few answers can be compared to say how much would be left with the same mix as before.";
        }
        String held = "With the same mix as before, " + left(check.getFallHeld()) + ". ";
        return counted
                + held
                + switch (check.getVerdict()) {
                    case REMAINS -> "The fall is not down to who answered.";
                    case PARTLY -> "Part of the fall is down to who answered.";
                    case EXPLAINED ->
                        "The fall is mostly or wholly down to who answered, not to a change in what they say.";
                    case UNSTATED, UNKNOWN -> "";
                };
    }

    private static String left(double held) {
        if (Math.abs(held) < 0.005) {
            return "it would hardly have changed";
        }
        return held > 0
                ? "it would have fallen by " + English.points(held)
                : "it would have risen by " + English.points(-held);
    }
}
