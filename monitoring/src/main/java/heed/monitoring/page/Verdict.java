package heed.monitoring.page;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.decimal;
import static heed.monitoring.html.Html.el;

import heed.monitoring.html.Html;
import heed.schemas.Rating;
import heed.schemas.questionnaire.Better;

/**
 * Says whether a hospital is better than its expected range, within it, or worse: which end is good depends on the measure.
 * Each has a colour and a shape of its own, so that they are told apart without colour.
 */
public enum Verdict {
    BETTER("better", "green", "▲"),
    EXPECTED("expected", "blue", "●"),
    WORSE("worse", "red", "▼");

    private final String word;
    private final String colour;
    private final String sign;

    Verdict(String word, String colour, String sign) {
        this.word = word;
        this.colour = colour;
        this.sign = sign;
    }

    /** Judges a rating by which end of the measure is good. */
    public static Verdict of(Rating rating, Better better) {
        return switch (rating) {
            case WITHIN -> EXPECTED;
            case ABOVE -> better == Better.HIGHER ? BETTER : WORSE;
            case BELOW -> better == Better.HIGHER ? WORSE : BETTER;
        };
    }

    /** Returns the class that styles its marks. */
    String word() {
        return word;
    }

    /** Returns where the score lies and what that means: "Higher than expected: better". */
    static String words(Rating rating, Better better) {
        return switch (rating) {
            case WITHIN -> "As expected";
            case ABOVE -> "Higher than expected: " + of(rating, better).word;
            case BELOW -> "Lower than expected: " + of(rating, better).word;
        };
    }

    static Html chip(Rating rating, Better better) {
        Verdict verdict = of(rating, better);
        return el(
                "span",
                cls("chip " + verdict.colour),
                el("span", attr("aria-hidden", "true"), verdict.sign + " "),
                words(rating, better));
    }

    /** Draws its mark around a point of a drawing. */
    Html mark(double x, double y, double r) {
        return switch (this) {
            case EXPECTED -> el("circle", cls("mark-of " + word), attr("cx", x), attr("cy", y), attr("r", r));
            case BETTER -> triangle(x, y, 1.3 * r);
            case WORSE -> triangle(x, y, -1.3 * r);
        };
    }

    private Html triangle(double x, double y, double r) {
        double half = Math.abs(r);
        return el(
                "polygon",
                cls("mark-of " + word),
                attr(
                        "points",
                        decimal(x) + "," + decimal(y - r) + " " + decimal(x - half) + "," + decimal(y + 0.7 * r) + " "
                                + decimal(x + half) + "," + decimal(y + 0.7 * r)));
    }

    /** Returns the signs with what they mean. */
    static Html legend() {
        return el(
                "p",
                cls("small legend signs"),
                BETTER.sign("better than expected"),
                EXPECTED.sign("as expected"),
                WORSE.sign("worse than expected"));
    }

    private Html sign(String meaning) {
        return el("span", el("span", cls("sign " + word), attr("aria-hidden", "true"), sign), " ", meaning);
    }
}
