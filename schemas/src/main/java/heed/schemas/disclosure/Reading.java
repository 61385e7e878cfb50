package heed.schemas.disclosure;

import heed.schemas.figures.ScoreFigures;
import java.util.Optional;

/**
 * Says what may be said of a window's answers. No responses, too few to show and a score (zero among them) are three
 * things; only the last carries figures, so nothing that holds a reading can leak a suppressed one. {@link Disclosure}
 * alone makes them.
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

    /**
     * A score that may be shown.
     *
     * @param percent the score in percent, rounded half up from the integers
     */
    record Shown(long answers, int percent, ScoreFigures figures) implements Reading {}
}
