package heed.bench.flink;

import heed.bench.entrant.EntrantSettings;
import heed.bench.flat.Worths;
import heed.schemas.Score;
import heed.schemas.Window;
import heed.schemas.disclosure.Minimums;
import heed.schemas.questionnaire.Measure;
import heed.schemas.serde.WireFormat;
import heed.schemas.topic.Topics;
import java.io.Serializable;
import java.util.List;

/**
 * What scores go by, in a form that Flink can send to its tasks.
 *
 * @param worths what answers are worth
 * @param measures full names of the measures, in the order of the questionnaire
 * @param schemaId of scores
 * @param internal fewest answers that are shown inside
 * @param published fewest answers that are published
 * @param latenessMs how long after a window's end it is final
 * @param unitsFrom the shortest window of units, by its place among windows
 */
record FlinkRules(
        Worths worths, List<String> measures, int schemaId, int internal, int published, long latenessMs, int unitsFrom)
        implements Serializable {

    static FlinkRules of(EntrantSettings settings) {
        return new FlinkRules(
                new Worths(settings.survey()),
                settings.survey().measures().stream().map(Measure::name).toList(),
                settings.registry().register(Topics.SCORES.subject(), Score.getClassSchema()),
                settings.minimums().internal(),
                settings.minimums().published(),
                settings.lateness().toMillis(),
                List.of(Window.values()).indexOf(settings.unitsFrom()));
    }

    Minimums minimums() {
        return new Minimums(internal, published);
    }

    byte[] header() {
        byte[] header = new byte[WireFormat.HEADER_LENGTH];
        WireFormat.writeHeader(header, schemaId);
        return header;
    }
}
