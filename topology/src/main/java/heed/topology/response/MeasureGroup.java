package heed.topology.response;

import heed.schemas.questionnaire.WatchRole;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The measures of one questionnaire version, numbered by slot. */
public final class MeasureGroup {

    /** A row keeps its changed measures in the bits of one long. */
    public static final int MOST_MEASURES = Long.SIZE;

    private final String name;
    private final List<ScoredMeasure> measures = new CopyOnWriteArrayList<>();

    MeasureGroup(String name) {
        this.name = name;
    }

    ScoredMeasure add(String measure, WatchRole role) {
        if (measures.size() == MOST_MEASURES) {
            throw new IllegalArgumentException(
                    "questionnaire " + name + " has more than " + MOST_MEASURES + " measures: split it into two");
        }
        ScoredMeasure added = new ScoredMeasure(measure, this, measures.size(), role);
        measures.add(added);
        return added;
    }

    /** Returns the questionnaire's id. */
    public String name() {
        return name;
    }

    /** Returns the measures in order of slot. */
    public List<ScoredMeasure> measures() {
        return measures;
    }
}
