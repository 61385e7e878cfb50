package heed.monitoring.page;

import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;

import heed.monitoring.html.Html;
import heed.monitoring.view.Knowledge;
import heed.monitoring.view.Names;
import heed.monitoring.view.Words;

/** Says above a hospital's figures that they are what was known when what it sends last got through. */
public final class LostNote {

    private LostNote() {}

    /** Returns nothing where it is known how the hospital is. */
    public static Html of(String hospital, Knowledge known, Names names) {
        return known.lostSince(hospital)
                .map(since -> el(
                        "p",
                        cls("panel lost"),
                        "Since " + Words.moment(since, names.zone())
                                + " it is not known how this hospital is: what it sends is not worked on. What is shown"
                                + " here was known then."))
                .orElse(Html.NOTHING);
    }
}
