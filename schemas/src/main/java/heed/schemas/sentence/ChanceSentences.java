package heed.schemas.sentence;

import heed.schemas.Drop;
import heed.schemas.DropPhase;

/** Says how rarely chance alone shows what a drop stands on, an alarm or a fall within learning. */
public final class ChanceSentences {

    /** How many measures show a fall within learning by chance. */
    static final String IN_LEARNING = "Where nothing has changed, about one measure in 50 looks like this.";

    static final String IN_LEARNING_WELSH = "Lle nad oes dim wedi newid, mae tua un mesur o bob 50 yn edrych fel hyn.";

    private ChanceSentences() {}

    /** Returns how rarely chance alone shows such a drop, in English. */
    public static String english(Drop drop) {
        return beganInLearning(drop) ? IN_LEARNING : "Chance alone would show this " + rarity(drop) + ".";
    }

    /** Returns the same as a figure of its own: {@code less than once in 3 years}. */
    public static String rarity(Drop drop) {
        return beganInLearning(drop)
                ? "at one measure in 50, when learning ends"
                : Rarity.of(drop).english();
    }

    /** Tells whether the drop stands on the learning days alone: no alarm has raised it since. */
    public static boolean beganInLearning(Drop drop) {
        return drop.getReopenedAt() == null
                && !drop.getTurns().isEmpty()
                && drop.getTurns().get(0).getPhase() == DropPhase.FOUND_IN_LEARNING;
    }
}
