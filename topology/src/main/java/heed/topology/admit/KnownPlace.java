package heed.topology.admit;

import heed.topology.response.Place;
import java.util.ArrayList;
import java.util.List;

/** A place that a partition knows, and which questionnaires were answered there. */
final class KnownPlace {

    final Place place;
    /** Few, and the same objects: looked through faster than anything else finds them. */
    final List<CompiledQuestionnaire> asked = new ArrayList<>(1);

    KnownPlace(Place place) {
        this.place = place;
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
