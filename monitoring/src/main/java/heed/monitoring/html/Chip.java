package heed.monitoring.html;

import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;

/** Writes a short word as a chip: a coloured label that is read as a word without its colour. */
public final class Chip {

    private Chip() {}

    /** Returns {@code words} as a chip; the style sheet knows the colours red, amber, green, blue, grey and outline. */
    public static Html of(String words, String colour) {
        return el("span", cls("chip " + colour), words);
    }
}
