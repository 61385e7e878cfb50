package heed.monitoring.readmodel;

import heed.schemas.Silence;
import heed.schemas.SilenceState;
import heed.schemas.disclosure.Disclosure;
import heed.schemas.key.PlaceKey;
import heed.schemas.topic.Topics;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Holds who has gone quiet. Immutable.
 *
 * @param latest the latest silence of each hospital and unit, by the key of their topic
 */
public record Silences(Map<String, Silence> latest) implements Part {

    public Silences {
        latest = Map.copyOf(latest);
    }

    /** The hours that pass in a silence bring no figure further. */
    static ModelEntry entry(Disclosure disclosure) {
        return new LatestEntry<>(
                Topics.SILENCES,
                silence -> PlaceKey.of(silence).text(),
                silence -> {},
                silence -> disclosure.takesArrivals(),
                Silences::new);
    }

    @Override
    public Silences seenBy(Viewer viewer) {
        return new Silences(Parts.of(latest, (key, silence) -> viewer.sees(silence.getHospital(), silence.getUnit())));
    }

    /** Returns the silences that last, the longest first. */
    public List<Silence> open() {
        return latest.values().stream()
                .filter(silence -> silence.getState() == SilenceState.OPEN)
                .sorted(Comparator.comparing(Silence::getLastResponse).thenComparing(Silence::getSilenceId))
                .toList();
    }

    /** Returns those of the silences that last that are of one hospital, units included. */
    public List<Silence> open(String hospital) {
        return open().stream()
                .filter(silence -> silence.getHospital().equals(hospital))
                .toList();
    }

    /** A unit's silence is its hospital's concern too. */
    @Override
    public Set<String> attention() {
        return open().stream().map(Silence::getHospital).collect(Collectors.toUnmodifiableSet());
    }

    /** Tells whether a place has gone quiet, or its hospital as a whole. */
    public boolean isQuiet(PlaceKey place) {
        return isQuiet(place.hospital())
                || open(place.hospital()).stream()
                        .anyMatch(silence -> PlaceKey.of(silence).equals(place));
    }

    /** Tells whether the hospital as a whole has gone quiet. */
    public boolean isQuiet(String hospital) {
        return open(hospital).stream().anyMatch(silence -> silence.getUnit() == null);
    }
}
