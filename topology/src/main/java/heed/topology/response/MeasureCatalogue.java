package heed.topology.response;

import heed.schemas.key.MeasureName;
import heed.schemas.questionnaire.Measure;
import heed.schemas.questionnaire.Questionnaire;
import heed.schemas.questionnaire.Questionnaires;
import heed.schemas.questionnaire.WatchRole;
import java.util.HashMap;
import java.util.Map;

/**
 * Knows every measure by name, shared by all tasks.
 *
 * <p>A measure that is found in old state but in no questionnaire any more is kept, unwatched: what it put into a pane
 * can still be taken out.
 */
public final class MeasureCatalogue {

    private final Map<String, ScoredMeasure> measures = new HashMap<>();
    private final Map<String, MeasureGroup> groups = new HashMap<>();

    /** Starts with the measures of {@code questionnaires}. */
    public MeasureCatalogue(Questionnaires questionnaires) {
        for (Questionnaire questionnaire : questionnaires.all()) {
            for (Measure measure : questionnaire.measures()) {
                add(measure.name(), measure.watch());
            }
        }
    }

    /** Returns the measure of that name. */
    public synchronized ScoredMeasure byName(String name) {
        ScoredMeasure known = measures.get(name);
        return known == null ? add(name, WatchRole.NONE) : known;
    }

    /** Returns the group of that name. */
    public synchronized MeasureGroup group(String name) {
        return groups.computeIfAbsent(name, MeasureGroup::new);
    }

    private synchronized ScoredMeasure add(String name, WatchRole role) {
        ScoredMeasure added = group(MeasureName.parse(name).questionnaire()).add(name, role);
        measures.put(name, added);
        return added;
    }
}
