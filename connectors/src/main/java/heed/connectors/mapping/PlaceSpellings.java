package heed.connectors.mapping;

import heed.connectors.submission.HospitalSpellings;
import heed.connectors.submission.Problems;
import heed.connectors.submission.SubmissionPlace;
import heed.schemas.hospital.HospitalDirectory;
import java.util.Optional;

/** Gives hospitals and units the codes that they are spelt by, and reports what the rows before spell otherwise. */
final class PlaceSpellings {

    private final HospitalSpellings hospitals;
    private final UnitSpellings units = new UnitSpellings();

    PlaceSpellings(HospitalDirectory directory) {
        this.hospitals = new HospitalSpellings(directory, Integer.MAX_VALUE);
    }

    String hospital(String text, SubmissionPlace place, Problems problems) {
        Optional<String> code = hospitals.of(text);
        if (code.isEmpty()) {
            problems.add(
                    place.field("hospital"),
                    "is spelt in capitals here and otherwise elsewhere; list the hospital in the hospitals' file, or say"
                            + " its code under words");
        }
        return code.orElse(text);
    }

    String unit(String hospital, String text, SubmissionPlace place, Problems problems) {
        if (text.isEmpty()) {
            return "";
        }
        return units.unit(hospital, text).orElseGet(() -> {
            problems.add(
                    place.field("unit"),
                    "would have the code of another unit, whose name is nearly the same; say the codes of both under"
                            + " words");
            return "";
        });
    }
}
