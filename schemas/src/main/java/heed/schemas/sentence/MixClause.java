package heed.schemas.sentence;

import heed.schemas.Drop;
import heed.schemas.MixCheck;
import heed.schemas.MixDimension;
import heed.schemas.MixVerdict;

/**
 * Says of a drop that others answered, where that explains it; else nothing. What explains it first in the record is
 * told.
 */
final class MixClause {

    private MixClause() {}

    static String english(Drop drop) {
        return switch (explanation(drop)) {
            case UNSTATED -> "";
            case CHANNEL -> english("answer in the same way, such as on paper or by text message");
            case LANGUAGE -> english("answer in the same language");
            case AGE_BAND -> english("are of the same age");
        };
    }

    private static String english(String alike) {
        return " But who answered changed: among people who " + alike + ", scores are much as before.";
    }

    static String welsh(Drop drop) {
        return switch (explanation(drop)) {
            case UNSTATED -> "";
            case CHANNEL -> welsh("sy'n ateb yn yr un ffordd, er enghraifft ar bapur neu drwy neges destun");
            case LANGUAGE -> welsh("sy'n ateb yn yr un iaith");
            case AGE_BAND -> welsh("o'r un oed");
        };
    }

    private static String welsh(String alike) {
        return " Ond pobl wahanol a atebodd: ymhlith pobl " + alike
                + ", mae'r sgorau'n debyg i'r hyn oedden nhw o'r blaen.";
    }

    private static MixDimension explanation(Drop drop) {
        return drop.getMix().stream()
                .filter(check -> check.getVerdict() == MixVerdict.EXPLAINED)
                .map(MixCheck::getDimension)
                .findFirst()
                .orElse(MixDimension.UNSTATED);
    }
}
