package heed.schemas.disclosure;

import heed.schemas.figures.ScoreFigures;
import java.util.Optional;

/**
 * Says what may be said of a window's answers. No responses, too few to show, withheld and a score (zero among them)
 * are four things; only the last carries figures, so nothing that holds a reading can leak a suppressed one.
 * {@link Disclosure} alone makes them.
 */
public sealed interface Reading {

    /** Returns the figures, where they may be shown. */
    default Optional<Shown> shown() {
        return this instanceof Shown shown ? Optional.of(shown) : Optional.empty();
    }

    /** Nobody answered. */
    record NoResponses() implements Reading {}

    /**
     * Somebody answered, but too few to show.
     *
     * @param minimum the number of answers from which a score is shown
     */
    record TooFew(int minimum) implements Reading {}

    /** What somebody answered, or nobody, is not told, for what others could compute from it. */
    record Withheld(Why why) implements Reading {}

    /** Why something is withheld. */
    enum Why {
        /** The window is not one that is released: it is open, or overlaps with one that is. */
        NOT_RELEASED,
        /** What is left of the hospital's total would be a number too small to be shown. */
        SUBTRACTION,
        /** What is left of other windows of the line, or of one beside it, would be a number too small to be shown. */
        OVER_TIME
    }

    /**
     * A score that may be shown.
     *
     * @param percent the score in percent, rounded half up from the integers
     */
    record Shown(long answers, int percent, ScoreFigures figures) implements Reading {}
}
