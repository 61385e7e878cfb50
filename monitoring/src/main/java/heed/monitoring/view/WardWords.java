package heed.monitoring.view;

import heed.monitoring.readmodel.Drops;
import heed.monitoring.readmodel.Rises;
import heed.monitoring.readmodel.Silences;
import heed.monitoring.readmodel.Snapshot;
import heed.schemas.Drop;
import heed.schemas.DropState;
import heed.schemas.key.PlaceKey;
import heed.schemas.key.SeriesKey;
import heed.schemas.sentence.English;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Says in a sentence how a ward stands, by what needs attention first: a fall, that it is not known, that it has gone
 * quiet, what came back, what got better; else that nothing is flagged, and what that means.
 */
public final class WardWords {

    private final Names names;
    private final Knowledge known;

    /** Takes what hospitals and measures are called, and of which it is known how they are now. */
    public WardWords(Names names, Knowledge known) {
        this.names = names;
        this.known = known;
    }

    /** Returns the sentence of a ward whose care {@code overall} sums up. */
    public String of(PlaceKey ward, String overall, Snapshot snapshot) {
        List<Drop> drops = snapshot.part(Drops.class).latest(ward.hospital()).stream()
                .filter(drop -> SeriesKey.of(drop).place().equals(ward))
                .sorted(Comparator.comparingDouble(Drop::getFall).reversed().thenComparing(Drop::getDropId))
                .toList();
        List<Drop> open =
                drops.stream().filter(drop -> drop.getState() == DropState.OPEN).toList();
        if (!open.isEmpty()) {
            return title(open.get(0), snapshot) + more(open.size() - 1);
        }
        if (known.lostSince(ward.hospital()).isPresent()) {
            return Unflagged.said(Condition.UNKNOWN);
        }
        return quiet(ward, snapshot)
                .or(() -> snapshot
                        .part(Drops.class)
                        .recoveredSince(snapshot.now().minus(Condition.NEWS))
                        .stream()
                        .filter(drops::contains)
                        .findFirst()
                        .map(drop -> title(drop, snapshot)))
                .or(() -> better(ward, snapshot))
                .orElseGet(() -> unflagged(ward, overall, !drops.isEmpty(), snapshot));
    }

    private String title(Drop drop, Snapshot snapshot) {
        return DropStand.of(drop, snapshot, names, known).title(names.measure(drop.getMeasure())) + ".";
    }

    private static String more(int drops) {
        return switch (drops) {
            case 0 -> "";
            case 1 -> " One more drop is open here.";
            default -> " " + English.count(drops) + " more drops are open here.";
        };
    }

    /** A hospital that is quiet as a whole has no ward that is not. */
    private Optional<String> quiet(PlaceKey ward, Snapshot snapshot) {
        List<PlaceKey> places = List.of(ward, new PlaceKey(ward.hospital(), null));
        return places.stream()
                .flatMap(place -> snapshot.part(Silences.class).open(ward.hospital()).stream()
                        .filter(silence -> PlaceKey.of(silence).equals(place)))
                .findFirst()
                .map(names::said);
    }

    private Optional<String> better(PlaceKey ward, Snapshot snapshot) {
        return snapshot.part(Rises.class).open(ward.hospital()).stream()
                .filter(rise -> SeriesKey.of(rise).place().equals(ward))
                .findFirst()
                .map(names::said);
    }

    /** What is said of one line holds for all of a ward where nothing is open. */
    private String unflagged(PlaceKey ward, String overall, boolean hadDrops, Snapshot snapshot) {
        Condition condition = Line.of(new SeriesKey(ward.hospital(), ward.unit(), overall), snapshot, names, known)
                .condition();
        return hadDrops ? Unflagged.saidAfter(condition) : Unflagged.said(condition);
    }
}
