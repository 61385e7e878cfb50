package heed.monitoring.readmodel;

import heed.schemas.Rise;
import heed.schemas.RiseState;
import heed.schemas.Silence;
import heed.schemas.SilenceState;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the watch tells beside drops. Immutable.
 *
 * @param learned what had been learned of lines when watching them began, where it is known
 * @param rises the latest rise of each line of figures
 * @param silences the latest silence of each hospital and unit, by the key of their topic
 */
public record Watch(Map<SeriesKey, Learned> learned, Map<SeriesKey, Rise> rises, Map<String, Silence> silences) {

    public static final Watch NOTHING = new Watch(Map.of(), Map.of(), Map.of());

    public Watch {
        learned = Map.copyOf(learned);
        rises = Map.copyOf(rises);
        silences = Map.copyOf(silences);
    }

    /** Returns the part that {@code viewer} sees. */
    Watch seenBy(Viewer viewer) {
        return new Watch(
                Parts.of(learned, (key, each) -> viewer.sees(key.hospital())),
                Parts.of(rises, (key, rise) -> viewer.sees(key.hospital())),
                Parts.of(silences, (key, silence) -> viewer.sees(silence.getHospital())));
    }

    /** Returns the rises that last, the largest first. */
    public List<Rise> openRises() {
        return rises.values().stream()
                .filter(rise -> rise.getState() == RiseState.OPEN)
                .sorted(Comparator.comparingDouble(Rise::getRise).reversed().thenComparing(Rise::getRiseId))
                .toList();
    }

    /** Returns those of the rises that last that are of one hospital, units included, the largest first. */
    public List<Rise> openRises(String hospital) {
        return openRises().stream()
                .filter(rise -> rise.getHospital().equals(hospital))
                .toList();
    }

    /** Returns the silences that last, the longest first. */
    public List<Silence> openSilences() {
        return silences.values().stream()
                .filter(silence -> silence.getState() == SilenceState.OPEN)
                .sorted(Comparator.comparing(Silence::getLastResponse).thenComparing(Silence::getSilenceId))
                .toList();
    }

    /** Returns those of the silences that last that are of one hospital, units included. */
    public List<Silence> openSilences(String hospital) {
        return openSilences().stream()
                .filter(silence -> silence.getHospital().equals(hospital))
                .toList();
    }

    /** Tells whether the hospital as a whole has gone quiet. */
    public boolean isQuiet(String hospital) {
        return openSilences(hospital).stream().anyMatch(silence -> silence.getUnit() == null);
    }

    /** Returns what had been learned of a line when watching it began; nothing where that is not known. */
    public Optional<Learned> learned(SeriesKey key) {
        return Optional.ofNullable(learned.get(key));
    }

    /** Returns the key of a silence as its topic has it. */
    static String key(Silence silence) {
        return silence.getHospital() + '|' + (silence.getUnit() == null ? "" : silence.getUnit());
    }
}
