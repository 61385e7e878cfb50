package heed.app.audit;

import heed.schemas.questionnaire.Measure;
import heed.schemas.questionnaire.Questionnaire;
import heed.schemas.questionnaire.Questionnaires;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds questionnaires by id and measures by number. Made once, read by all threads. */
final class Sheets {

    private final Map<String, Sheet> sheets = new HashMap<>();
    private final List<String> measures = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    Sheets(Questionnaires questionnaires) {
        for (Questionnaire questionnaire : questionnaires.all()) {
            sheets.put(questionnaire.id(), new Sheet(questionnaire, measures.size()));
            for (Measure measure : questionnaire.measures()) {
                numbers.put(measure.name(), measures.size());
                measures.add(measure.name());
            }
        }
    }

    /** Returns the sheet of a questionnaire, or null. */
    Sheet of(String questionnaire) {
        return sheets.get(questionnaire);
    }

    String measure(int number) {
        return measures.get(number);
    }

    /** Returns the number of a measure, or -1. */
    int number(String measure) {
        return numbers.getOrDefault(measure, -1);
    }
}
