package heed.schemas.flat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import heed.schemas.Drop;
import heed.schemas.Feedback;
import heed.schemas.LeagueRow;
import heed.schemas.Score;
import heed.schemas.ThemeWeek;
import heed.schemas.flat.FlatColumn.Kind;
import heed.schemas.flat.FlatColumn.Presence;
import heed.schemas.key.LeagueKey;
import heed.schemas.key.ScoreKey;
import heed.schemas.key.ThemeKey;
import heed.schemas.key.WeekKey;
import heed.schemas.topic.Topics;
import java.time.YearMonth;
import java.util.List;

/** Declares every table once. What patients wrote is in none of them, and never will be. */
public final class FlatTables {

    /** A score of a measure, place and window. */
    public static final FlatTable<Score> SCORES = new FlatTable<>(
            new FlatTable.Named<>(
                    "scores",
                    Topics.SCORES,
                    Score.getClassSchema(),
                    "The score of one measure at one place in one window, as it stands: a row is of the first day of its window."),
            List.of(),
            new FlatTable.Identity<>(
                    List.of("hospital", "unit", "measure", "window", "start"),
                    score -> ScoreKey.of(score).text()),
            (score, hospitals) -> hospitals.date(score.getHospital(), score.getStart()));

    /** A drop. */
    public static final FlatTable<Drop> DROPS = new FlatTable<>(
            new FlatTable.Named<>(
                    "drops",
                    Topics.DROPS,
                    Drop.getClassSchema(),
                    "A drop as it stands, or stood when the topic last told of it: a row is of the day on which it was opened. Of drops that a later one of the same line has replaced there are those that the topic has not compacted away. The lists of a drop (its trail, turns and make-up) are not in it: `./heed explain DROP_ID --json` has them."),
            List.of(),
            new FlatTable.Identity<>(List.of("drop_id"), Drop::getDropId),
            (drop, hospitals) -> hospitals.date(drop.getHospital(), drop.getOpenedAt()));

    /** A hospital's place in a comparison. */
    public static final FlatTable<LeagueRow> LEAGUE = new FlatTable<>(
            new FlatTable.Named<>(
                    "league",
                    Topics.LEAGUE,
                    LeagueRow.getClassSchema(),
                    "One hospital's place in the comparison of one measure in one month, as it stands: a row is of the month's first day."),
            List.of(),
            new FlatTable.Identity<>(List.of("measure", "month", "hospital"), row -> LeagueKey.of(row)
                    .text()),
            (row, hospitals) -> YearMonth.parse(row.getMonth()).atDay(1));

    /** A response, a correction or a withdrawal, as it came. */
    public static final FlatTable<Feedback> FEEDBACK = new FlatTable<>(
            new FlatTable.Named<>(
                    "feedback",
                    Topics.FEEDBACK,
                    Feedback.getClassSchema(),
                    "One record of the log: a response, a correction of it or its withdrawal, each a row of its own, so that of one feedback_id the highest revision counts, the first that came of it, and none where any row is withdrawn. What Heed refused is here too. A row is of the day of given_at."),
            List.of(
                    new FlatTable.More<>(
                            new FlatColumn(
                                    "answers",
                                    Kind.TEXT,
                                    Presence.ALWAYS,
                                    "The answers as a JSON object: codes of questions, and the code that was answered to each; questions left unanswered are absent."),
                            (feedback, written) -> answers(feedback)),
                    new FlatTable.More<>(
                            new FlatColumn(
                                    "arrived_at",
                                    Kind.INSTANT,
                                    Presence.ALWAYS,
                                    "When whoever first received the record received it."),
                            (feedback, written) -> written)),
            new FlatTable.Identity<>(List.of(), Feedback::getFeedbackId),
            (feedback, hospitals) -> hospitals.date(feedback.getHospital(), feedback.getGivenAt()));

    /** How many comments of a hospital's week are about a theme. */
    public static final FlatTable<ThemeWeek> THEMES = new FlatTable<>(
            new FlatTable.Named<>(
                    "themes",
                    Topics.THEMES,
                    ThemeWeek.getClassSchema(),
                    "How many comments of a hospital's week are about a theme, or with an empty theme how many there are in all, where `comments.themes` is `counted`: a row is of the week's Monday. Counted a minimum at a time, and too few are suppressed, so that no row tells of one comment; never a word of what patients wrote."),
            List.of(),
            new FlatTable.Identity<>(List.of("hospital", "week", "theme"), row -> ThemeKey.of(row)
                    .text()),
            (row, hospitals) -> WeekKey.monday(row.getWeek()));

    private FlatTables() {}

    /** Returns every table. */
    public static List<FlatTable<?>> all() {
        return List.of(SCORES, DROPS, LEAGUE, FEEDBACK, THEMES);
    }

    private static String answers(Feedback feedback) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        feedback.getAnswers().forEach(each -> json.put(each.getQuestion(), each.getAnswer()));
        return json.toString();
    }
}
