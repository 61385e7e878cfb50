package heed.monitoring.page;

import heed.monitoring.draw.Marker;
import heed.monitoring.draw.Marker.Shape;
import heed.monitoring.draw.SpcIcon;
import heed.monitoring.draw.SpcIcon.Dots;
import heed.monitoring.html.Html;
import heed.monitoring.spc.Assurance;
import heed.monitoring.spc.Variation;

/**
 * Chooses the two icons of an SPC chart and the marks of its points; each has a shape of its own, and an icon its
 * words.
 */
public final class SpcIcons {

    private static final String COMMON = "common";
    private static final String IMPROVING = "improving";
    private static final String CONCERNING = "concerning";

    private SpcIcons() {}

    /**
     * Returns a point's mark: a triangle that points the way for concern, a diamond for improvement, a dot for chance.
     */
    public static Marker marker(Variation variation) {
        return switch (variation) {
            case COMMON_CAUSE -> marker(Shape.DOT, COMMON, 4);
            case IMPROVING_HIGH, IMPROVING_LOW -> marker(Shape.DIAMOND, IMPROVING, 8);
            case CONCERNING_HIGH -> marker(Shape.UP, CONCERNING, 8);
            case CONCERNING_LOW -> marker(Shape.DOWN, CONCERNING, 8);
        };
    }

    private static Marker marker(Shape shape, String kind, int size) {
        return new Marker(shape, "spc-mark " + kind, size);
    }

    /** Returns the icon of what kind of variation the newest point shows. */
    public static Html icon(Variation variation) {
        return switch (variation) {
            case COMMON_CAUSE ->
                new SpcIcon(COMMON, Dots.WAVE, "").with("Common cause: no more change than chance makes");
            case IMPROVING_HIGH -> new SpcIcon(IMPROVING, Dots.RISING, "H").with("Special cause, improving: higher");
            case IMPROVING_LOW -> new SpcIcon(IMPROVING, Dots.FALLING, "L").with("Special cause, improving: lower");
            case CONCERNING_HIGH -> new SpcIcon(CONCERNING, Dots.RISING, "H").with("Special cause, concern: higher");
            case CONCERNING_LOW -> new SpcIcon(CONCERNING, Dots.FALLING, "L").with("Special cause, concern: lower");
        };
    }

    /** Returns the icon of whether a target can be counted on. */
    public static Html icon(Assurance assurance) {
        return switch (assurance) {
            case PASSES -> new SpcIcon(IMPROVING, Dots.LEVEL, "P").with("Passes the target consistently");
            case HIT_OR_MISS -> new SpcIcon(COMMON, Dots.LEVEL, "?").with("Hits or misses the target by chance");
            case FAILS -> new SpcIcon(CONCERNING, Dots.LEVEL, "F").with("Falls short of the target consistently");
        };
    }
}
