package heed.topology.score;

import heed.topology.response.MeasureGroup;
import heed.topology.response.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Finds the panes of a place, and all those of a hospital. */
final class PaneTable {

    private final Consumer<PaneRow> created;
    private final Map<MeasureGroup, Map<Place, PlacePanes>> panes = new HashMap<>();
    private final Map<String, OfHospital> hospitals = new HashMap<>();

    /** Tells {@code created} of every pane that is made. */
    PaneTable(Consumer<PaneRow> created) {
        this.created = created;
    }

    /** Returns the panes of a questionnaire at a place, none at first sight. */
    PlacePanes of(Place place, MeasureGroup group) {
        Map<Place, PlacePanes> places = panes.get(group);
        if (places == null) {
            places = new HashMap<>();
            panes.put(group, places);
        }
        PlacePanes found = places.get(place);
        if (found == null) {
            found = new PlacePanes(place, group, created);
            places.put(place, found);
            hospitals
                    .computeIfAbsent(place.hospital(), code -> new OfHospital())
                    .places
                    .add(found);
        }
        return found;
    }

    /** Hands over the panes of every place. */
    void forEach(Consumer<PlacePanes> action) {
        hospitals.values().forEach(hospital -> hospital.places.forEach(action));
    }

    /** Forgets the panes of a hospital that are done, once for each day that its ledger has closed. */
    void sweep(String hospital, long closedDay, Predicate<PaneRow> isDone) {
        if (closedDay == Long.MIN_VALUE) {
            return;
        }
        OfHospital swept = hospitals.get(hospital);
        if (swept != null && closedDay > swept.sweptThrough) {
            swept.sweptThrough = closedDay;
            swept.places.forEach(ofPlace -> ofPlace.removeIf(isDone));
        }
    }

    private static final class OfHospital {

        private final List<PlacePanes> places = new ArrayList<>();
        private long sweptThrough = Long.MIN_VALUE;
    }
}
