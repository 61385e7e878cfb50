package heed.monitoring.page;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;

import heed.monitoring.draw.Legend;
import heed.monitoring.draw.Marker;
import heed.monitoring.draw.Marker.Shape;
import heed.monitoring.html.Html;
import heed.monitoring.view.Verdict;
import heed.schemas.LeagueRow;
import heed.schemas.questionnaire.Better;

/** Draws verdicts: each has a colour and a shape of its own, so that they are told apart without colour. */
public final class VerdictMarks {

    private VerdictMarks() {}

    /** Returns a verdict in words, with its sign. */
    public static Html chip(LeagueRow row, Better better) {
        Verdict verdict = Verdict.of(row, better);
        return el(
                "span",
                cls("chip " + colour(verdict)),
                el("span", attr("aria-hidden", "true"), sign(verdict) + " "),
                Verdict.words(row, better));
    }

    private static String colour(Verdict verdict) {
        return switch (verdict) {
            case BETTER -> "green";
            case EXPECTED -> "blue";
            case WORSE -> "red";
            case UNRATED -> "grey";
        };
    }

    private static String sign(Verdict verdict) {
        return switch (verdict) {
            case BETTER -> "▲";
            case EXPECTED -> "●";
            case WORSE -> "▼";
            case UNRATED -> "○";
        };
    }

    /**
     * Returns a verdict's mark; a triangle is a third larger than a dot of the same {@code size}, so that it looks as
     * large.
     */
    public static Marker marker(Verdict verdict, double size) {
        String kind = "mark-of " + drawn(verdict);
        return switch (verdict) {
            case EXPECTED, UNRATED -> new Marker(Shape.DOT, kind, size);
            case BETTER -> new Marker(Shape.UP, kind, 1.3 * size);
            case WORSE -> new Marker(Shape.DOWN, kind, 1.3 * size);
        };
    }

    /** Says whether a verdict is that a hospital lies outside what is expected of it. */
    public static boolean isOutside(Verdict verdict) {
        return verdict == Verdict.BETTER || verdict == Verdict.WORSE;
    }

    /**
     * Returns the class by which the style sheet colours a verdict: a hospital that is not rated stands out by nothing.
     */
    public static String drawn(Verdict verdict) {
        return verdict == Verdict.UNRATED ? Verdict.EXPECTED.word() : verdict.word();
    }

    /** Returns the signs with what they mean. */
    public static Html legend() {
        Legend legend = new Legend();
        add(legend, Verdict.BETTER, "better than expected");
        add(legend, Verdict.EXPECTED, "as expected");
        add(legend, Verdict.WORSE, "worse than expected");
        return legend.write();
    }

    private static void add(Legend legend, Verdict verdict, String words) {
        legend.letter(sign(verdict), verdict.word(), words);
    }
}
