package heed.schemas.disclosure;

import heed.schemas.ThemeRise;
import heed.schemas.ThemeWeek;

/** Decides who is told what people wrote about. */
public final class CountedThemes {

    private CountedThemes() {}

    /**
     * Tells whether a row is for an audience: staff alone, and where comments were counted at least its minimum at a
     * time. What the row says stands as it is written, too few to be told among it.
     */
    public static boolean areFor(Disclosure disclosure, ThemeWeek row) {
        return !disclosure.isByRelease() && row.getMinimum() >= disclosure.minimum();
    }

    /** Tells the same of a rise, which says nothing that does not follow from such rows. */
    public static boolean areFor(Disclosure disclosure, ThemeRise rise) {
        return !disclosure.isByRelease() && rise.getMinimum() >= disclosure.minimum();
    }
}
