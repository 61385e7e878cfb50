package heed.schemas.sentence;

import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.questionnaire.Measure;
import heed.schemas.questionnaire.Questionnaires;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Names what a sentence is about: places, measures and dates of the hospital's zone.
 *
 * <p>A hospital that is not listed is called by its code, a measure that is not configured by its own name. Titles of
 * measures are in English in both languages.
 */
final class Naming {

    private final HospitalDirectory directory;
    private final Questionnaires questionnaires;

    Naming(HospitalDirectory directory, Questionnaires questionnaires) {
        this.directory = directory;
        this.questionnaires = questionnaires;
    }

    String title(String measure) {
        return questionnaires.measure(measure).map(Measure::title).orElse(measure);
    }

    /** Returns the hospital's name, and its unit unless that is null. */
    String place(String hospital, @Nullable String unit) {
        String name = directory.byCode(hospital).name();
        return unit == null ? name : name + ", ward " + unit;
    }

    LocalDate date(String hospital, Instant moment) {
        return directory.date(hospital, moment);
    }

    static String capital(String sentence) {
        return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }
}
