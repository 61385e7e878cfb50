package heed.topology.admit;

import heed.topology.response.Place;
import java.util.ArrayList;
import java.util.List;

/** A place that a partition knows, and which questionnaires were answered there. */
final class KnownPlace {

    final Place place;
    /** Few, and the same objects: looked through faster than anything else finds them. */
    final List<CompiledQuestionnaire> asked = new ArrayList<>(1);

    private final Listing listing;

    /** {@code listing} is its hospital's. */
    KnownPlace(Place place, Listing listing) {
        this.place = place;
        this.listing = listing;
    }

    /** Says whether room for it is set aside: for a hospital of the file as a whole there always is. */
    boolean isSetAside() {
        return listing == Listing.LISTED && place.isWhole();
    }

    boolean isAsked(CompiledQuestionnaire questionnaire) {
        for (int i = 0; i < asked.size(); i++) {
            if (asked.get(i) == questionnaire) {
                return true;
            }
        }
        return false;
    }
}
