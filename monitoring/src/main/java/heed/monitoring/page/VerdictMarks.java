package heed.monitoring.page;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.decimal;
import static heed.monitoring.html.Html.el;

import heed.monitoring.html.Html;
import heed.monitoring.view.Verdict;
import heed.schemas.Rating;
import heed.schemas.questionnaire.Better;

/** Draws verdicts: each has a colour and a shape of its own, so that they are told apart without colour. */
public final class VerdictMarks {

    private VerdictMarks() {}

    public static Html chip(Rating rating, Better better) {
        Verdict verdict = Verdict.of(rating, better);
        return el(
                "span",
                cls("chip " + colour(verdict)),
                el("span", attr("aria-hidden", "true"), sign(verdict) + " "),
                Verdict.words(rating, better));
    }

    private static String colour(Verdict verdict) {
        return switch (verdict) {
            case BETTER -> "green";
            case EXPECTED -> "blue";
            case WORSE -> "red";
        };
    }

    private static String sign(Verdict verdict) {
        return switch (verdict) {
            case BETTER -> "▲";
            case EXPECTED -> "●";
            case WORSE -> "▼";
        };
    }

    /** Draws a verdict's mark around a point of a drawing. */
    static Html mark(Verdict verdict, double x, double y, double r) {
        String classes = "mark-of " + verdict.word();
        return switch (verdict) {
            case EXPECTED -> el("circle", cls(classes), attr("cx", x), attr("cy", y), attr("r", r));
            case BETTER -> triangle(classes, x, y, 1.3 * r);
            case WORSE -> triangle(classes, x, y, -1.3 * r);
        };
    }

    private static Html triangle(String classes, double x, double y, double r) {
        double half = Math.abs(r);
        return el(
                "polygon",
                cls(classes),
                attr(
                        "points",
                        decimal(x) + "," + decimal(y - r) + " " + decimal(x - half) + "," + decimal(y + 0.7 * r) + " "
                                + decimal(x + half) + "," + decimal(y + 0.7 * r)));
    }

    /** Returns the signs with what they mean. */
    public static Html legend() {
        return el(
                "p",
                cls("small legend signs"),
                sign(Verdict.BETTER, "better than expected"),
                sign(Verdict.EXPECTED, "as expected"),
                sign(Verdict.WORSE, "worse than expected"));
    }

    private static Html sign(Verdict verdict, String meaning) {
        return el(
                "span",
                el("span", cls("sign " + verdict.word()), attr("aria-hidden", "true"), sign(verdict)),
                " ",
                meaning);
    }
}
