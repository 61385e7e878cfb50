package heed.monitoring.readmodel;

import heed.schemas.Rise;
import heed.schemas.RiseState;
import heed.schemas.disclosure.Disclosure;
import heed.schemas.key.SeriesKey;
import heed.schemas.topic.Topics;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Holds where care got better to stay. Immutable.
 *
 * @param latest the latest rise of each line of figures, by the key of their topic
 */
public record Rises(Map<String, Rise> latest) implements Part {

    public Rises {
        latest = Map.copyOf(latest);
    }

    static ModelEntry entry(Disclosure disclosure, Consumer<Instant> reached) {
        return new LatestEntry<>(
                Topics.RISES,
                rise -> SeriesKey.of(rise).text(),
                rise -> reached.accept(rise.getAsOf()),
                disclosure::takes,
                disclosure::cleared,
                Rises::new);
    }

    @Override
    public Rises seenBy(Viewer viewer) {
        return new Rises(Parts.of(latest, (key, rise) -> viewer.sees(rise.getHospital(), rise.getUnit())));
    }

    /** Returns the rises that last, the largest first. */
    public List<Rise> open() {
        return latest.values().stream()
                .filter(rise -> rise.getState() == RiseState.OPEN)
                .sorted(Comparator.comparingDouble(Rise::getRise).reversed().thenComparing(Rise::getRiseId))
                .toList();
    }

    /** Returns those of the rises that last that are of one hospital, units included, the largest first. */
    public List<Rise> open(String hospital) {
        return open().stream()
                .filter(rise -> rise.getHospital().equals(hospital))
                .toList();
    }
}
