package heed.topology.ledger;

import heed.topology.respondent.Respondent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers the units, measures and respondents that a hospital's entries name; numbers are stored and never change. */
final class NameTable {

    /** Languages and age bands of a hospital, with channels: beyond so many only the channel is kept. */
    private static final int MOST_RESPONDENTS = 1_000;

    private final List<String> names = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<Integer, Respondent> respondents = new HashMap<>();
    private int respondentNames;

    /** Returns the number of a name, a new one at first sight. */
    int indexOf(String name) {
        Integer known = numbers.get(name);
        if (known != null) {
            return known;
        }
        names.add(name);
        if (isRespondent(name)) {
            respondentNames++;
        }
        numbers.put(name, names.size() - 1);
        return names.size() - 1;
    }

    String name(int index) {
        return names.get(index);
    }

    /** Returns what of a respondent can be told again when the response is taken out. */
    Respondent kept(Respondent respondent) {
        return respondentNames < MOST_RESPONDENTS || numbers.containsKey(respondent.name())
                ? respondent
                : respondent.channelOnly();
    }

    /** Returns the respondent of a number: the same object each time. */
    Respondent respondent(int index) {
        return respondents.computeIfAbsent(index, number -> Respondent.named(names.get(number)));
    }

    private static boolean isRespondent(String name) {
        return name.indexOf('|') >= 0;
    }

    int size() {
        return names.size();
    }

    List<String> all() {
        return names;
    }
}
