package heed.connectors.mapping;

import heed.schemas.hospital.Hospital;
import heed.schemas.hospital.HospitalDirectory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Sees to it that what is written in two ways does not become two: a hospital is spelt as the hospitals' file spells
 * it, and what that does not list is to be spelt one way.
 */
final class Spellings {

    private final HospitalDirectory directory;
    private final Map<String, List<String>> listed = new HashMap<>();
    private final Map<String, String> hospitals = new HashMap<>();
    private final Map<String, String> units = new HashMap<>();

    Spellings(HospitalDirectory directory) {
        this.directory = directory;
        for (Hospital hospital : directory.listed()) {
            listed.computeIfAbsent(lower(hospital.code()), code -> new ArrayList<>())
                    .add(hospital.code());
        }
    }

    /** Returns how a hospital's code is spelt; nothing where that can't be told. */
    Optional<String> hospital(String text) {
        if (directory.lists(text)) {
            return Optional.of(text);
        }
        List<String> codes = listed.getOrDefault(lower(text), List.of());
        if (!codes.isEmpty()) {
            return codes.size() == 1 ? Optional.of(codes.get(0)) : Optional.empty();
        }
        String first = hospitals.computeIfAbsent(lower(text), key -> text);
        return first.equals(text) ? Optional.of(text) : Optional.empty();
    }

    /** Returns a unit's code; nothing where another name of this hospital has the same. */
    Optional<String> unit(String hospital, String text) {
        String code = MappedWords.code(text);
        String first = units.computeIfAbsent(hospital + '|' + lower(code), key -> text);
        return first.equals(text) ? Optional.of(code) : Optional.empty();
    }

    private static String lower(String code) {
        return code.toLowerCase(Locale.ROOT);
    }
}
