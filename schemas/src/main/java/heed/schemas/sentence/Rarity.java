package heed.schemas.sentence;

import heed.schemas.Drop;
import heed.schemas.Rise;
import heed.schemas.Silence;

/**
 * Says how rarely chance alone shows something, rounded down, so that "less than once" stays true. From ten years on in
 * round numbers: finer ones would claim more than the method knows. Whoever says it of a record, says it in these
 * words.
 */
public final class Rarity {

    /** A year as evidence and budgets count it. */
    public static final double DAYS_A_YEAR = 365;

    private static final double MONTHS_A_YEAR = DAYS_A_YEAR / 30;
    private static final int[] ROUND = {10, 20, 50, 100};

    private final int number;
    private final Unit unit;

    private Rarity(int number, Unit unit) {
        this.number = number;
        this.unit = unit;
    }

    private enum Unit {
        MONTHS,
        YEARS
    }

    /** Returns how rarely chance alone shows as much evidence as a drop has. */
    public static Rarity of(Drop drop) {
        return ofYears(drop.getEvidenceYears());
    }

    /** Returns how rarely chance alone shows as much evidence as a rise has. */
    public static Rarity of(Rise rise) {
        return ofYears(rise.getEvidenceYears());
    }

    /** Returns how rarely chance alone shows such a silence. */
    public static Rarity of(Silence silence) {
        return ofDays(silence.getFalseAlarmDays());
    }

    /** Returns the rarity of what happens once in so many days of {@link #DAYS_A_YEAR} a year. */
    public static Rarity ofDays(double days) {
        return ofYears(days / DAYS_A_YEAR);
    }

    /** Returns the rarity of what happens once in so many years. */
    public static Rarity ofYears(double years) {
        if (years < 1) {
            return new Rarity(Math.max(1, (int) (years * MONTHS_A_YEAR)), Unit.MONTHS);
        }
        int number = (int) Math.min(9, years);
        for (int round : ROUND) {
            number = years >= round ? round : number;
        }
        return new Rarity(number, Unit.YEARS);
    }

    /** Returns how rare evidence is: "less than once in 2 years". */
    public String english() {
        return "less than " + once();
    }

    /** Returns how rare evidence is, in Welsh: "lai nag unwaith mewn 2 flynedd". */
    public String welsh() {
        return "lai nag unwaith " + welshPeriod();
    }

    /** Returns how often at most, where that is the budget and not the evidence: "once in 2 years". */
    public String once() {
        String one = unit == Unit.YEARS ? "year" : "month";
        return number == 1 ? "once a " + one : "once in " + number + " " + one + "s";
    }

    /** After a number the nouns mutate: 2 flynedd, 3 blynedd, 5 mlynedd; 2 fis, 3 mis. */
    private String welshPeriod() {
        if (unit == Unit.MONTHS) {
            return number == 1 ? "y mis" : "mewn " + number + (number == 2 ? " fis" : " mis");
        }
        return switch (number) {
            case 1 -> "y flwyddyn";
            case 2 -> "mewn 2 flynedd";
            case 3, 4, 6 -> "mewn " + number + " blynedd";
            default -> "mewn " + number + " mlynedd";
        };
    }
}
