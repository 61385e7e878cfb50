package heed.monitoring.view;

import java.util.Arrays;
import java.util.List;

/** Explains the words that pages use, in plain ones. */
public final class Glossary {

    /** What a score and a range are: the two words that no page does without. */
    public static final String SCORE = "A score is what answers add up to out of the best possible, in percent of all "
            + "answers; for the friends and family question it is the share that were good or very good. A range shows what "
            + "chance alone can do.";

    private static final List<Term> TERMS = List.of(
            new Term(
                    "Answer",
                    "What one patient said to one question. It can be corrected or withdrawn later; every score that it"
                            + " was part of follows."),
            new Term(
                    "Usual range",
                    "Where the score of this many answers lies as long as nothing has changed. It comes from what this"
                            + " very place was like before, and is wider where there are few answers."),
            new Term(
                    "Drop",
                    "A fall that lasts, flagged because chance alone would hardly show it. Each says how rarely chance"
                            + " would: \"less than once in 10 years\" is stronger than \"once a year\". It stays open"
                            + " until the score is back, or a person says that this is the usual level now."),
            new Term(
                    "Many at once",
                    "More hospitals fall together than chance explains. Look for what they share, such as a"
                            + " questionnaire or a hard winter, before you look at one ward."),
            new Term(
                    "Who answered",
                    "A score can fall because other patients answer than before. A drop says whether their ages,"
                            + " languages or ways of answering have changed, and what the fall is without that."),
            new Term(
                    "Rank",
                    "Hospitals close to each other change places by chance. So a rank is shown with the range in which"
                            + " it lies; where two ranges overlap widely, nobody can say which hospital is better."),
            new Term(
                    "Too few to show",
                    "Figures of very few answers would tell what a patient said. They are left out, and so is whatever"
                            + " they could be computed from."),
            new Term(
                    "Corrected",
                    "Answers that came late, or were corrected or withdrawn, changed a score that had been final. It"
                            + " says what it was before."));

    private Glossary() {}

    /** A word and what it means. */
    public record Term(String word, String meaning) {}

    /** Returns the words that are on several pages, in the order in which one meets them. */
    public static List<Term> terms() {
        return TERMS;
    }

    /** Returns how a hospital can stand, and what each of that means. */
    public static List<Term> conditions() {
        return Arrays.stream(Condition.values())
                .map(each -> new Term(each.words(), meaning(each)))
                .toList();
    }

    private static String meaning(Condition condition) {
        return switch (condition) {
            case FALLING -> "A drop is open: see what it says, and what has been done about it.";
            case UNKNOWN ->
                "Heed is not up to date here, so it says neither good nor bad. The live line at the top, and"
                        + " whoever runs Heed, know more.";
            case QUIET ->
                "Answers have stopped coming for longer than is usual here. That says nothing about care: most"
                        + " often a tablet, a form or a transfer has failed.";
            case RISING ->
                "Answers are better than usual, by more than chance alone would show. It is worth knowing" + " why.";
            case RECOVERED -> "A drop was open not long ago, and the score is back.";
            case AS_USUAL -> "No fall is flagged. A small or recent one can still be there: few answers show little.";
            case LEARNING -> "There have been too few days or answers to know what is usual here.";
            case NOT_WATCHED -> "Scores are shown, and nobody is told when they fall.";
            case PUBLISHED_ONLY ->
                "Only published figures by month are there. To be watched, a place needs answers of" + " real days.";
            case BY_MONTH -> "What everybody may see are scores of whole months that are closed.";
            case TOO_FEW -> "There are answers, but fewer than may be shown.";
            case NO_ANSWERS -> "Nobody answered in these days.";
        };
    }
}
