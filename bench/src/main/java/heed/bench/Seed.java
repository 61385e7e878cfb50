package heed.bench;

import heed.schemas.serde.AvroSerdes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

/**
 * The input, written once to a broker whose data every trial gets a copy of: no contender works on what another has
 * left.
 *
 * @param broker directory of the broker's data
 * @param questionnaire file of what was asked
 * @param workload what was to be written
 * @param load what wrote it, and can write more
 * @param expected what it should come to
 */
record Seed(Path broker, Path questionnaire, Workload workload, FeedbackLoad load, ExpectedScores expected) {

    static Seed write(Path directory, Workload workload) throws ExecutionException, InterruptedException {
        Path data = directory.resolve("seed");
        FeedbackLoad load = new FeedbackLoad(workload, new AvroSerdes(SharedSchemas.registry()));
        ExpectedScores expected;
        try (Broker broker = Broker.start(data)) {
            BenchTopics.create(broker.bootstrap());
            expected = load.produce(broker.bootstrap());
        }
        return new Seed(data, workload.survey().write(directory), workload, load, expected);
    }

    /** Copies the broker's data to {@code target}. */
    void copyTo(Path target) throws IOException {
        List<Path> all;
        try (Stream<Path> found = Files.walk(broker)) {
            all = found.toList();
        }
        for (Path each : all) {
            Path to = target.resolve(broker.relativize(each).toString());
            if (Files.isDirectory(each)) {
                Files.createDirectories(to);
            } else {
                Files.copy(each, to);
            }
        }
    }
}
