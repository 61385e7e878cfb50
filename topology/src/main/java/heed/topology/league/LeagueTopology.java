package heed.topology.league;

import heed.schemas.Score;
import heed.schemas.key.ComparisonKey;
import heed.schemas.key.LeagueKey;
import heed.schemas.key.MeasureName;
import heed.schemas.questionnaire.Questionnaires;
import heed.schemas.serde.TopicSerdes;
import heed.schemas.topic.Topics;
import heed.topology.step.Assembly;
import heed.topology.step.Outlet;
import java.util.concurrent.Executor;

/**
 * Compares hospitals in a topology of its own: only it needs all hospitals of a month together, so their months go
 * through a topic, partitioned by questionnaire and month, to a task of their own.
 */
public final class LeagueTopology {

    private LeagueTopology() {}

    /** Makes the way to the league, for scores of whole hospitals in whole months. */
    public static Outlet<String, Score> months() {
        return Outlet.gathered("months-sink", Topics.MONTHS, (key, score) -> leagueOf(key));
    }

    /** A questionnaire's month, in all of its measures. */
    private static String leagueOf(String key) {
        ComparisonKey measured = LeagueKey.parse(key).comparison();
        String questionnaire = MeasureName.parse(measured.compared()).questionnaire();
        return new ComparisonKey(questionnaire, measured.month()).text();
    }

    /** Adds the league to an assembly; {@code worker} runs the comparisons, away from the stream's threads. */
    public static void addTo(
            Assembly assembly, LeagueRules rules, Questionnaires questionnaires, TopicSerdes serdes, Executor worker) {
        LeagueStep step = new LeagueStep(rules, new LeagueMeasures(questionnaires), serdes, worker);
        assembly.add(step, assembly.read("months-source", Topics.MONTHS));
    }
}
