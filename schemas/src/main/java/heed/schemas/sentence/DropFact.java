package heed.schemas.sentence;

import heed.schemas.Audience;
import heed.schemas.Drop;
import heed.schemas.figures.SeverityScale;
import java.util.List;
import java.util.Locale;

/**
 * One thing that a drop stands on. Whoever lays a drop out, on a page or in a terminal, takes its facts from here, so
 * that one drop has one set of figures. In English.
 *
 * @param name a word or two
 * @param value the figure as people read it
 * @param meaning what the figure is of
 */
public record DropFact(String name, String value, String meaning) {

    /** Returns how far the score fell. */
    public static List<DropFact> figures(Drop drop) {
        Figures figures = Figures.of(drop.getScore(), drop.getBaseline());
        return List.of(
                new DropFact("usual", figures.usual() + "%", "Usual score before the fall, as learned"),
                new DropFact("score", figures.now() + "%", "Score since the fall, estimated"),
                new DropFact(
                        "range",
                        English.range(drop.getScoreLow(), drop.getScoreHigh()),
                        "Where that score is with 99% confidence"),
                new DropFact("fall", English.points(drop.getFall()), "Usual score less score since the fall"),
                new DropFact(
                        "severity", English.severity(drop.getSeverity()), "Size of the fall: " + SeverityScale.LIMITS),
                new DropFact(
                        "tuned to",
                        English.points(drop.getTunedFall()),
                        "Of falls by 5, 10 and 20 points the one that fits best; 0 where the fall was found in "
                                + "learning"),
                new DropFact(
                        "answers",
                        English.count(Math.round(drop.getResponsesUsed())),
                        "Answers since the fall that this stands on, weighted"),
                new DropFact(
                        "icc",
                        String.format(Locale.ROOT, "%.3f", drop.getIcc()),
                        "How much answers of one day move together: the more, the less each counts"));
    }

    /** Returns how rare such a fall is by chance alone, and what it is held to. */
    public static List<DropFact> rarity(Drop drop) {
        return List.of(
                new DropFact(
                        "held to",
                        Rarity.ofDays(drop.getFalseAlarmDays()).once(),
                        "How often chance alone raises an alarm here, at most: T0, "
                                + English.count(Math.round(drop.getFalseAlarmDays())) + " days"),
                new DropFact(
                        "evidence",
                        English.evidence(drop.getEvidence()),
                        "An alarm is raised at 1, which is evidence of once in T0; a fall within learning needs no "
                                + "alarm"),
                new DropFact("rarity", ChanceSentences.rarity(drop), "How often chance alone shows so much evidence"),
                new DropFact(
                        "audience", drop.getAudience().name().toLowerCase(Locale.ROOT), audience(drop.getAudience())),
                new DropFact(
                        "today",
                        drop.getRaisedToday() ? "raised" : "not raised",
                        drop.getRaisedToday()
                                ? "The answers as they are now would raise it again"
                                : DropSentences.NOT_TODAY),
                new DropFact("rule", drop.getRuleVersion(), "Version of the method"));
    }

    private static String audience(Audience audience) {
        return switch (audience) {
            case INTERNAL -> "Sure enough for the hospital's own staff, not yet for readers of many hospitals";
            case PUBLISHED -> "Sure enough for the hospital's own staff, and for readers of many hospitals";
            case NOBODY -> "An earlier release of Heed wrote this record and did not say";
        };
    }
}
