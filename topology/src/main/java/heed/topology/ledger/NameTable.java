package heed.topology.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers the units and measures that a hospital's entries name; numbers are stored and never change. */
final class NameTable {

    private final List<String> names = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    /** Returns the number of a name, a new one at first sight. */
    int indexOf(String name) {
        Integer known = numbers.get(name);
        if (known != null) {
            return known;
        }
        names.add(name);
        numbers.put(name, names.size() - 1);
        return names.size() - 1;
    }

    String name(int index) {
        return names.get(index);
    }

    int size() {
        return names.size();
    }

    List<String> all() {
        return names;
    }
}
