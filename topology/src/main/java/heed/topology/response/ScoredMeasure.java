package heed.topology.response;

import heed.schemas.questionnaire.WatchRole;

/**
 * A measure with its place in the rows of its questionnaire.
 *
 * @param name questionnaire version first: {@code fft-2020.positive}
 * @param group the questionnaire's measures, which share rows
 * @param slot index within the group, from 0; never stored
 * @param role how the watch treats it
 */
public record ScoredMeasure(String name, MeasureGroup group, int slot, WatchRole role) {

    /** Measures are made once by the {@link MeasureCatalogue}: the same name is the same object. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    @Override
    public String toString() {
        return name;
    }
}
