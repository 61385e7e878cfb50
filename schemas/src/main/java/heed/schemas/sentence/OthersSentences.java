package heed.schemas.sentence;

import heed.schemas.figures.FallVerdict;
import heed.schemas.figures.SharedFall;
import java.util.Locale;
import java.util.Optional;

/** Says of a drop what all hospitals did in the same weeks, what is left of it then, and whose fall it is. */
public final class OthersSentences {

    private static final String NOTHING =
            "Whether other hospitals fell too can't be told: too few can be compared in these weeks, or they are not"
                    + " closed yet, as they must be for a reader who does not see all hospitals.";
    private static final String NOTHING_WELSH =
            "Ni ellir dweud a ddisgynnodd ysbytai eraill hefyd: gellir cymharu rhy ychydig yn yr wythnosau hyn, neu"
                    + " nid ydynt wedi cau eto, fel y mae'n rhaid i ddarllenydd nad yw'n gweld pob ysbyty.";

    private OthersSentences() {}

    /** Returns the verdict in a word or two: "shared". */
    public static String verdict(FallVerdict verdict) {
        return switch (verdict) {
            case OWN -> "own fall";
            case SHARED -> "shared";
            case UNKNOWN -> "can't tell";
        };
    }

    /** Returns what others did and whose fall it is, in English; nothing to compare is said too. */
    public static String english(Optional<SharedFall> compared) {
        return compared.map(fall -> "Others moved by " + signed(fall.moved()) + " points in the same weeks"
                        + " (95% range " + signed(fall.moved() - fall.movedReach()) + " to "
                        + signed(fall.moved() + fall.movedReach()) + "). " + here(fall) + " " + verdictEnglish(fall))
                .orElse(NOTHING);
    }

    private static String here(SharedFall fall) {
        return "Here it was " + signed(-fall.fall()) + ": beyond the others " + signed(-fall.beyond()) + " (95% range "
                + signed(-fall.beyond() - fall.reach()) + " to " + signed(-fall.beyond() + fall.reach()) + ").";
    }

    private static String verdictEnglish(SharedFall fall) {
        return switch (fall.verdict()) {
            case OWN -> "This is a fall of its own.";
            case SHARED -> "The fall is shared: others fell as well, and what is left is less than 5 points.";
            case UNKNOWN -> "Whether the fall is its own or shared can't be told yet.";
        };
    }

    /** Returns the same in Welsh. */
    public static String welsh(Optional<SharedFall> compared) {
        return compared.map(fall -> "Symudodd ysbytai eraill " + signed(fall.moved()) + " pwynt yn yr un wythnosau"
                        + " (ystod 95% " + signed(fall.moved() - fall.movedReach()) + " i "
                        + signed(fall.moved() + fall.movedReach()) + "). Yma roedd yn " + signed(-fall.fall())
                        + ": y tu hwnt i'r lleill " + signed(-fall.beyond()) + " (ystod 95% "
                        + signed(-fall.beyond() - fall.reach()) + " i " + signed(-fall.beyond() + fall.reach()) + "). "
                        + verdictWelsh(fall))
                .orElse(NOTHING_WELSH);
    }

    private static String verdictWelsh(SharedFall fall) {
        return switch (fall.verdict()) {
            case OWN -> "Gostyngiad yma yn unig yw hwn.";
            case SHARED -> "Mae'r gostyngiad yn un cyffredin: disgynnodd eraill hefyd, ac mae llai na 5 pwynt ar ôl.";
            case UNKNOWN -> "Ni ellir dweud eto ai yma yn unig y mae'r gostyngiad.";
        };
    }

    /** A minus is the sign that a keyboard has, so that a figure can be searched for. */
    static String signed(double difference) {
        String tenths = String.format(Locale.ROOT, "%.1f", Math.floor(Math.abs(difference) * 1000 + .5) / 10);
        if (tenths.equals("0.0")) {
            return tenths;
        }
        return (difference < 0 ? "-" : "+") + tenths;
    }
}
