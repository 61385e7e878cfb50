package heed.schemas.sentence;

import heed.schemas.Drop;
import heed.schemas.DropState;

/**
 * Says why a drop whose score is back is still open: that most of the fall is gone is known sooner than that it stays
 * so.
 */
public final class UpAgainSentences {

    private UpAgainSentences() {}

    /**
     * Tells whether the sentences hold: the drop is open and has eased, and the score of now is nearer to what was
     * usual than to what it fell to.
     *
     * @param now score of the last days, 0 to 1
     */
    public static boolean hold(Drop drop, double now) {
        return drop.getState() == DropState.OPEN
                && drop.getEasedAt() != null
                && now > (drop.getScore() + drop.getBaseline()) / 2;
    }

    /** Returns it in English. */
    public static String english() {
        return "The score is up again; this stays open until it has stayed near what it was before.";
    }

    /** Returns it in Welsh. */
    public static String welsh() {
        return "Mae'r sgôr wedi codi eto; mae hwn yn aros yn agored nes bydd wedi aros yn agos at yr hyn ydoedd o'r blaen.";
    }
}
