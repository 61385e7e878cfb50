package heed.topology.silence;

import heed.schemas.Silence;
import heed.topology.response.Place;

/** A place with its rhythm, its open silence and what the changelog has to be told of it. */
final class QuietPlace {

    final Place place;
    final Rhythm rhythm = new Rhythm();
    /** The silence that is open, or null. */
    Silence silence;

    boolean dirty;
    boolean hoursDirty;

    QuietPlace(Place place) {
        this.place = place;
    }
}
