package heed.monitoring.readmodel;

import heed.schemas.key.SeriesKey;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Holds the scores of every hospital. Immutable.
 *
 * @param byCode every hospital that has figures, by its code
 */
public record Hospitals(Map<String, HospitalFigures> byCode) implements Part {

    public Hospitals {
        byCode = Map.copyOf(byCode);
    }

    @Override
    public Hospitals seenBy(Viewer viewer) {
        Map<String, HospitalFigures> seen = new HashMap<>();
        byCode.forEach((code, figures) ->
                figures.where(key -> viewer.sees(code, key.unit())).ifPresent(kept -> seen.put(code, kept)));
        return new Hospitals(seen);
    }

    @Override
    public int content() {
        return byCode.values().stream().mapToInt(HospitalFigures::content).sum();
    }

    /** Returns the figures of one hospital. */
    public Optional<HospitalFigures> of(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** Returns a line of figures. */
    public Optional<Series> line(SeriesKey key) {
        return of(key.hospital()).map(hospital -> hospital.series().get(key));
    }
}
