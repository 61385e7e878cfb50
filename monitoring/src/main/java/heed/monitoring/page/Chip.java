package heed.monitoring.page;

import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;

import heed.monitoring.html.Html;
import heed.monitoring.view.Condition;
import heed.monitoring.view.Names;

/** Writes a short word as a chip: a coloured label that is read as a word without its colour. */
public final class Chip {

    private Chip() {}

    /** Returns {@code words} as a chip; the style sheet knows the colours red, amber, green, blue, grey and outline. */
    public static Html of(String words, String colour) {
        return el("span", cls("chip " + colour), words);
    }

    public static Html of(Condition condition) {
        return of(condition.words(), colour(condition));
    }

    private static String colour(Condition condition) {
        return switch (condition) {
            case FALLING -> "red";
            case QUIET -> "amber";
            case RISING, RECOVERED, AS_USUAL -> "green";
            case LEARNING -> "blue";
            case NOT_WATCHED, TOO_FEW, NO_ANSWERS -> "grey";
        };
    }

    /** Returns the mark of an invented hospital. */
    public static Html simulated() {
        return of("Simulated", "outline");
    }

    /** Returns what follows the name of an invented hospital: a space and its mark; nothing for any other. */
    public static Html simulated(String hospital, Names names) {
        return names.isSimulated(hospital) ? Html.join(" ", simulated()) : Html.NOTHING;
    }
}
