package heed.topology.silence;

import heed.schemas.Silence;
import heed.topology.response.Place;
import org.jspecify.annotations.Nullable;

/** A place with its rhythm, its open silence and what the changelog has to be told of it. */
final class QuietPlace {

    final Place place;
    final Rhythm rhythm = new Rhythm();
    /** The silence that is open, or null. */
    @Nullable
    Silence silence;

    boolean dirty;
    boolean hoursDirty;

    QuietPlace(Place place) {
        this.place = place;
    }
}
