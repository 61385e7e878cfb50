package heed.bench;

import heed.app.server.embedded.EmbeddedBroker;
import heed.bench.entrant.EntrantSettings;
import heed.schemas.serde.AvroSerdes;
import java.nio.file.Path;

/**
 * A broker with all responses of a workload on it, and what an entrant needs to count them.
 *
 * @param expected what counting them must come to
 */
record FilledBroker(EmbeddedBroker broker, ExpectedScores expected, EntrantSettings settings) implements AutoCloseable {

    /** Starts and fills it, with all that it keeps in {@code directory}. */
    static FilledBroker start(Workload workload, Path directory) throws Exception {
        Path questionnaire = workload.survey().write(directory);
        EmbeddedBroker broker = EmbeddedBroker.start(directory.resolve("broker"));
        try {
            BenchTopics.create(broker.bootstrap());
            ExpectedScores expected =
                    new FeedbackLoad(workload, new AvroSerdes(SharedSchemas.registry())).produce(broker.bootstrap());
            return new FilledBroker(
                    broker,
                    expected,
                    PipelineSettings.entrant(
                            broker.bootstrap(), 1, directory.resolve("state"), Survey.read(questionnaire)));
        } catch (Exception e) {
            broker.close();
            throw e;
        }
    }

    @Override
    public void close() {
        broker.close();
    }
}
