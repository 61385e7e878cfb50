package heed.app.rebaseline;

import heed.schemas.hospital.Hospital;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.key.SeriesKey;
import heed.schemas.name.NearestName;
import heed.schemas.questionnaire.Measure;
import heed.schemas.questionnaire.Questionnaires;
import heed.schemas.questionnaire.WatchRole;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds the names of an act to the configuration, where a slip is noticed before anything is written. */
public final class Watchable {

    private final HospitalDirectory directory;
    private final Questionnaires questionnaires;

    /** Knows the hospitals of {@code directory}, or takes any where it lists none, and the watched measures. */
    public Watchable(HospitalDirectory directory, Questionnaires questionnaires) {
        this.directory = directory;
        this.questionnaires = questionnaires;
    }

    /**
     * Returns the key that these names are of.
     *
     * @throws IllegalArgumentException where one of them can't be right
     */
    public SeriesKey key(String hospital, @Nullable String unit, String measure) {
        List<String> codes = directory.listed().stream().map(Hospital::code).toList();
        if (!codes.isEmpty() && !codes.contains(hospital)) {
            throw new IllegalArgumentException("HOSPITAL: the hospitals' file has no '" + hospital
                    + "'; the nearest is '" + NearestName.of(hospital, codes) + "'");
        }
        List<String> watched = questionnaires.all().stream()
                .flatMap(questionnaire -> questionnaire.measures().stream())
                .filter(each -> each.watch() != WatchRole.NONE)
                .map(Measure::name)
                .toList();
        if (!watched.contains(measure)) {
            throw new IllegalArgumentException("MEASURE: no measure '" + measure + "' is watched; the nearest is '"
                    + NearestName.of(measure, watched) + "'");
        }
        return new SeriesKey(hospital, unit, measure).requireNames();
    }
}
