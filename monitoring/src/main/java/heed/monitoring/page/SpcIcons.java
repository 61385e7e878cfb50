package heed.monitoring.page;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;

import heed.monitoring.html.Html;
import heed.monitoring.spc.Assurance;
import heed.monitoring.spc.Variation;

/**
 * Draws the two icons of an SPC chart and the marks of its points. Each has words, and a shape of its own beside its colour.
 */
public final class SpcIcons {

    private SpcIcons() {}

    /** Draws a point: a triangle that points the way for concern, a diamond for improvement, a dot for chance. */
    static Html mark(Variation variation, double x, double y) {
        return switch (variation) {
            case COMMON_CAUSE -> el("circle", cls("spc-mark common"), attr("cx", x), attr("cy", y), attr("r", 4));
            case IMPROVING_HIGH, IMPROVING_LOW -> shape("improving", x, y - 8, x + 8, y, x, y + 8, x - 8, y);
            case CONCERNING_HIGH -> shape("concerning", x, y - 8, x + 8, y + 6, x - 8, y + 6);
            case CONCERNING_LOW -> shape("concerning", x, y + 8, x + 8, y - 6, x - 8, y - 6);
        };
    }

    private static Html shape(String kind, double... corners) {
        StringBuilder points = new StringBuilder();
        for (int at = 0; at < corners.length; at += 2) {
            points.append(Html.decimal(corners[at]))
                    .append(',')
                    .append(Html.decimal(corners[at + 1]))
                    .append(' ');
        }
        return el(
                "polygon",
                cls("spc-mark " + kind),
                attr("points", points.toString().trim()));
    }

    /** Draws a mark for the legend. */
    public static Html key(Variation variation) {
        return el(
                "svg",
                cls("spc-key"),
                attr("viewBox", "0 0 20 20"),
                attr("width", 20),
                attr("height", 20),
                attr("aria-hidden", "true"),
                attr("focusable", "false"),
                mark(variation, 10, 10));
    }

    public static Html icon(Variation variation) {
        return switch (variation) {
            case COMMON_CAUSE -> icon("common", "", "12,34 22,24 32,36 42,26 52,34", words(variation));
            case IMPROVING_HIGH -> icon("improving", "H", "16,47 25,46 33,44 41,41 48,37", words(variation));
            case IMPROVING_LOW -> icon("improving", "L", "16,37 25,41 33,44 41,46 48,47", words(variation));
            case CONCERNING_HIGH -> icon("concerning", "H", "16,47 25,46 33,44 41,41 48,37", words(variation));
            case CONCERNING_LOW -> icon("concerning", "L", "16,37 25,41 33,44 41,46 48,47", words(variation));
        };
    }

    public static Html icon(Assurance assurance) {
        return switch (assurance) {
            case PASSES -> icon("improving", "P", "14,43 50,43", words(assurance));
            case HIT_OR_MISS -> icon("common", "?", "14,43 50,43", words(assurance));
            case FAILS -> icon("concerning", "F", "14,43 50,43", words(assurance));
        };
    }

    static String words(Variation variation) {
        return switch (variation) {
            case COMMON_CAUSE -> "Common cause: no more change than chance makes";
            case IMPROVING_HIGH -> "Special cause, improving: higher";
            case IMPROVING_LOW -> "Special cause, improving: lower";
            case CONCERNING_HIGH -> "Special cause, concern: higher";
            case CONCERNING_LOW -> "Special cause, concern: lower";
        };
    }

    private static String words(Assurance assurance) {
        return switch (assurance) {
            case PASSES -> "Passes the target consistently";
            case HIT_OR_MISS -> "Hits or misses the target by chance";
            case FAILS -> "Falls short of the target consistently";
        };
    }

    private static Html icon(String kind, String letter, String line, String words) {
        return el(
                "span",
                cls("spc-icon " + kind),
                el(
                        "svg",
                        attr("viewBox", "0 0 64 64"),
                        attr("width", 56),
                        attr("height", 56),
                        attr("aria-hidden", "true"),
                        attr("focusable", "false"),
                        el("circle", cls("ring"), attr("cx", 32), attr("cy", 32), attr("r", 28)),
                        el("polyline", attr("points", line)),
                        letter.isEmpty()
                                ? Html.NOTHING
                                : el("text", attr("x", 32), attr("y", 32), attr("text-anchor", "middle"), letter)),
                el("span", words));
    }
}
