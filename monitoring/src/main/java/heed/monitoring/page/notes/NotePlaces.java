package heed.monitoring.page.notes;

import heed.monitoring.page.PageReader;
import heed.monitoring.readmodel.HospitalFigures;
import heed.schemas.Action;
import heed.schemas.access.Right;
import heed.schemas.key.PlaceKey;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Says about which places of a hospital a reader may write: whoever acts for a ward alone writes about that. */
final class NotePlaces {

    private NotePlaces() {}

    static List<PlaceKey> of(HospitalFigures figures, PageReader reader) {
        if (!reader.may(Right.ACTS)) {
            return List.of();
        }
        return Stream.concat(
                        Stream.of(new PlaceKey(figures.code(), null)),
                        figures.units().stream().map(unit -> new PlaceKey(figures.code(), unit)))
                .filter(place -> isWithin(reader.places(), place))
                .toList();
    }

    /** Says whether a reader may take a note away, also of a place that has no figures any more. */
    static boolean mayRemove(Action note, PageReader reader) {
        return reader.may(Right.ACTS) && isWithin(reader.places(), new PlaceKey(note.getHospital(), note.getUnit()));
    }

    /** No places are named where rights hold everywhere, or nobody has to say who they are. */
    private static boolean isWithin(Set<PlaceKey> named, PlaceKey place) {
        return named.isEmpty() || named.contains(new PlaceKey(place.hospital(), null)) || named.contains(place);
    }
}
