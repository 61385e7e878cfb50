package heed.schemas.key;

import java.util.Optional;

/**
 * Names a measure, questionnaire first, for example {@code fft-2020.positive}: so scores of two versions of a
 * questionnaire are never pooled.
 *
 * @param questionnaire id of the questionnaire, which may have dots
 * @param measure name within the questionnaire, which has none: the last dot parts the two
 */
public record MeasureName(String questionnaire, String measure) {

    private static final char DOT = '.';

    public MeasureName {
        if (!isMeasure(measure)) {
            throw new IllegalArgumentException(
                    "a measure's name within its questionnaire has no '.', was '" + measure + "'");
        }
    }

    /** Tells whether a questionnaire may call one of its measures {@code name}. */
    public static boolean isMeasure(String name) {
        return name.indexOf(DOT) < 0;
    }

    /**
     * Takes a name apart, at its last dot.
     *
     * @throws IllegalArgumentException where {@code name} has no dot
     */
    public static MeasureName parse(String name) {
        return find(name)
                .orElseThrow(() ->
                        new IllegalArgumentException("not a measure's name questionnaire.measure: '" + name + "'"));
    }

    /** Takes a name apart; nothing where it has no dot, as may be where it comes from anybody. */
    public static Optional<MeasureName> find(String name) {
        int dot = name.lastIndexOf(DOT);
        return dot < 0
                ? Optional.empty()
                : Optional.of(new MeasureName(name.substring(0, dot), name.substring(dot + 1)));
    }

    /** Returns the name as records have it. */
    public String text() {
        return questionnaire + DOT + measure;
    }

    @Override
    public String toString() {
        return text();
    }
}
