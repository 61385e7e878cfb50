package heed.connectors.submission;

import heed.schemas.hospital.Hospital;
import heed.schemas.hospital.HospitalDirectory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Sees to it that a hospital whose code is written in two ways does not become two: it is spelt as the hospitals' file
 * spells it, and what that does not list is to be spelt one way. Threads may share one.
 */
public final class HospitalSpellings {

    /** Why a code is refused. */
    public static final String OTHERWISE =
            "is spelt in capitals here and otherwise elsewhere; list the hospital in the hospitals' file, or spell its"
                    + " code one way";

    private final HospitalDirectory directory;
    private final int mostUnlisted;
    private final Map<String, List<String>> listed = new HashMap<>();
    private final Map<String, String> unlisted = new HashMap<>();

    /**
     * Knows what the file lists, and nothing yet of others.
     *
     * @param mostUnlisted how many others are remembered; what comes after them is taken as it is spelt
     */
    public HospitalSpellings(HospitalDirectory directory, int mostUnlisted) {
        this.directory = directory;
        this.mostUnlisted = mostUnlisted;
        for (Hospital hospital : directory.listed()) {
            listed.computeIfAbsent(lower(hospital.code()), code -> new ArrayList<>())
                    .add(hospital.code());
        }
    }

    /** Returns how a hospital's code is spelt; nothing where that can't be told. */
    public Optional<String> of(String code) {
        if (directory.lists(code)) {
            return Optional.of(code);
        }
        List<String> codes = listed.getOrDefault(lower(code), List.of());
        if (!codes.isEmpty()) {
            return codes.size() == 1 ? Optional.of(codes.get(0)) : Optional.empty();
        }
        return first(code).equals(code) ? Optional.of(code) : Optional.empty();
    }

    private synchronized String first(String code) {
        String first = unlisted.get(lower(code));
        if (first == null && unlisted.size() < mostUnlisted) {
            unlisted.put(lower(code), code);
        }
        return first == null ? code : first;
    }

    private static String lower(String code) {
        return code.toLowerCase(Locale.ROOT);
    }
}
