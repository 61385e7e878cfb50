package heed.bench.entrant;

import heed.schemas.Window;
import heed.schemas.disclosure.Minimums;
import heed.schemas.questionnaire.Questionnaire;
import heed.schemas.questionnaire.Questionnaires;
import heed.schemas.registry.SchemaRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;

/**
 * Tells a contender where and how to work.
 *
 * @param bootstrap where the broker listens
 * @param group consumer group whose committed offsets tell how far it is, and how names of its own topics begin
 * @param threads how many threads may work
 * @param directory for state
 * @param questionnaires what may be answered
 * @param survey the questionnaire that is answered, one of them
 * @param registry knows the schemas of all topics
 * @param streams settings of Kafka Streams, as Heed has them
 * @param minimums fewest answers that each audience is shown a score of
 * @param lateness how long after a window's end it is final
 * @param unitsFrom the shortest window that scores of units are said of
 * @param emitInterval how often to commit, and so to say what changed
 */
public record EntrantSettings(
        String bootstrap,
        String group,
        int threads,
        Path directory,
        Questionnaires questionnaires,
        Questionnaire survey,
        SchemaRegistry registry,
        Properties streams,
        Minimums minimums,
        Duration lateness,
        Window unitsFrom,
        Duration emitInterval) {}
