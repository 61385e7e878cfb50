package heed.schemas.sentence;

import heed.schemas.Drop;

/**
 * Says how rarely chance alone shows the evidence, rounded down, so that "less than once" stays true. From ten years on in round
 * numbers: finer ones would claim more than the method knows.
 */
record Rarity(int number, Unit unit) {

    private static final double MONTHS_A_YEAR = 365 / 30.0;
    private static final int[] ROUND = {10, 20, 50, 100};

    private enum Unit {
        MONTHS,
        YEARS
    }

    static Rarity of(Drop drop) {
        return ofYears(drop.getEvidenceYears());
    }

    static Rarity ofYears(double years) {
        if (years < 1) {
            return new Rarity(Math.max(1, (int) (years * MONTHS_A_YEAR)), Unit.MONTHS);
        }
        int number = (int) Math.min(9, years);
        for (int round : ROUND) {
            number = years >= round ? round : number;
        }
        return new Rarity(number, Unit.YEARS);
    }

    String english() {
        String one = unit == Unit.YEARS ? "year" : "month";
        return number == 1 ? "a " + one : "in " + number + " " + one + "s";
    }

    /** After a number the nouns mutate: 2 flynedd, 3 blynedd, 5 mlynedd; 2 fis, 3 mis. */
    String welsh() {
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
