package heed.connectors.mapping;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Sees to it that two units of a hospital do not become one because their names are nearly the same. */
final class UnitSpellings {

    private final Map<String, String> units = new HashMap<>();

    /** Returns a unit's code; nothing where another name of this hospital has the same. */
    Optional<String> unit(String hospital, String text) {
        String code = MappedWords.code(text);
        String first = units.computeIfAbsent(hospital + '|' + code.toLowerCase(Locale.ROOT), key -> text);
        return first.equals(text) ? Optional.of(code) : Optional.empty();
    }
}
