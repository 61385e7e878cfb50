package heed.monitoring.readmodel;

import java.util.Map;

/**
 * Holds how the answers of every hospital came in. Immutable.
 *
 * @param byCode by the hospital's code, of those that it is known of
 * @param none what is said of the others
 */
public record HospitalChannels(Map<String, Channels> byCode, Channels none) implements Part {

    public HospitalChannels {
        byCode = Map.copyOf(byCode);
    }

    @Override
    public HospitalChannels seenBy(Viewer viewer) {
        return new HospitalChannels(Parts.of(byCode, (code, channels) -> viewer.sees(code, null)), none);
    }

    /** Returns how the answers of one hospital came in. */
    public Channels of(String hospital) {
        return byCode.getOrDefault(hospital, none);
    }
}
