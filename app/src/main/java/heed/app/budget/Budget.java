package heed.app.budget;

import heed.schemas.hospital.Hospital;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.questionnaire.Measure;
import heed.schemas.questionnaire.Questionnaire;
import heed.schemas.questionnaire.Questionnaires;
import heed.schemas.questionnaire.WatchRole;
import heed.topology.detect.WatchRule;
import heed.topology.response.MeasureCatalogue;
import heed.topology.response.Place;
import heed.topology.response.Places;
import heed.topology.response.ScoredMeasure;
import heed.topology.watch.WatchRules;
import java.util.Collection;
import java.util.List;

/** Adds up what chance alone may raise, of the rules that the watch itself goes by. */
final class Budget {

    /** A code that no file can list. */
    private static final String ANY = "";

    private final WatchRules rules;
    private final Places places;
    private final List<ScoredMeasure> measures;

    private Budget(WatchRules rules, Places places, List<ScoredMeasure> measures) {
        this.rules = rules;
        this.places = places;
        this.measures = measures;
    }

    /** Takes every watched measure of the questionnaires that are asked with. */
    static Budget of(
            WatchRules rules,
            HospitalDirectory hospitals,
            Questionnaires questionnaires,
            Collection<Questionnaire> asked) {
        var catalogue = new MeasureCatalogue(questionnaires);
        List<ScoredMeasure> watched = asked.stream()
                .flatMap(each -> each.measures().stream())
                .filter(measure -> measure.watch() != WatchRole.NONE)
                .map(Measure::name)
                .map(catalogue::byName)
                .toList();
        return new Budget(rules, new Places(hospitals), watched);
    }

    /** Returns the same under other rules, to see what a setting would do. */
    Budget under(WatchRules others) {
        return new Budget(others, places, measures);
    }

    WatchRules rules() {
        return rules;
    }

    List<ScoredMeasure> measures() {
        return measures;
    }

    /** Returns a hospital that the file does not single out. */
    Place anyHospital() {
        return places.hospital(ANY);
    }

    /** Returns a unit; all units are held to the same. */
    Place anyUnit() {
        return anyHospital().unit("unit");
    }

    Place hospital(String code) {
        return places.hospital(code);
    }

    List<Place> hospitals(Collection<Hospital> listed) {
        return listed.stream().map(each -> places.hospital(each.code())).toList();
    }

    WatchRule rule(Place place, ScoredMeasure measure) {
        return rules.of(place, measure);
    }

    /** Returns the false alarms in a year at a place, all measures together. */
    double aYear(Place place) {
        return measures.stream()
                .mapToDouble(measure -> rule(place, measure).falseAlarmsAYear())
                .sum();
    }

    /** Returns the false alarms in a year whose evidence also suffices for readers of many hospitals. */
    double publishedAYear(Place place) {
        return measures.stream()
                .mapToDouble(measure -> rules.publishedOf(place, measure).falseAlarmsAYear())
                .sum();
    }
}
