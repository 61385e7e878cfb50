package heed.schemas.questionnaire;

import heed.schemas.yaml.YamlFile;
import java.util.List;
import java.util.Map;

/**
 * Finds measures that could be read and still could not tell one hospital from another, or that there are too many of.
 */
final class MeasureRules {

    private final YamlFile yaml;

    MeasureRules(YamlFile yaml) {
        this.yaml = yaml;
    }

    /** Complains of a measure that excludes every answer, is the same for all, or is watched though high is bad. */
    void check(YamlFile.Table table, Measure measure, Map<String, Integer> points) {
        List<Integer> worths = points.values().stream()
                .filter(worth -> worth != Measure.EXCLUDED)
                .distinct()
                .toList();
        if (worths.isEmpty() && !points.isEmpty()) {
            yaml.problem(table.line("points"), table.path() + " excludes every answer, so it would never have a score");
        } else if (worths.size() == 1) {
            yaml.problem(
                    table.line("points"),
                    table.path() + " gives every answer that counts " + worths.get(0)
                            + " points, so its score would always be the same; let two answers differ");
        }
        if (measure.better() == Better.LOWER && measure.watch() != WatchRole.NONE) {
            yaml.problem(
                    table.line("watch"),
                    table.path() + ": watch must be none where better is lower: the watch looks for falls, and here"
                            + " a fall is good");
        }
    }

    /** Complains of the first key past {@link Questionnaire#MOST}. */
    void atMost(YamlFile.Table table) {
        List<String> keys = List.copyOf(table.keys());
        if (keys.size() > Questionnaire.MOST) {
            yaml.problem(
                    table.line(keys.get(Questionnaire.MOST)),
                    table.path() + " has " + keys.size() + " entries, at most " + Questionnaire.MOST
                            + " are allowed: split the questionnaire into two");
        }
    }
}
