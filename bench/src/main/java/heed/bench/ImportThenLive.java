package heed.bench;

import heed.app.server.embedded.TemporaryDirectory;
import heed.connectors.Acknowledgements;
import heed.connectors.ImportProgress;
import heed.connectors.KafkaFeedbackWriter;
import heed.connectors.published.PublishedImport;
import heed.connectors.published.PublishedSource;
import heed.connectors.published.fft.FftTrusts;
import heed.schemas.Drop;
import heed.schemas.questionnaire.Questionnaires;
import heed.schemas.reader.CommittedConsumers;
import heed.schemas.reader.CommittedValues;
import heed.schemas.registry.SchemaRegistry;
import heed.schemas.serde.AvroSerdes;
import heed.schemas.topic.Topic;
import heed.schemas.topic.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.kafka.clients.CommonClientConfigs;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Counts the false alarms of hospitals that live on after an import of published months, through the pipeline as it
 * runs: importer, broker, topology, topic.
 *
 * <p>Each life is lived once for each length of the import, with the same answers of its own: what differs is due to
 * the import alone.
 */
@Command(name = "import-then-live", mixinStandardHelpOptions = true, sortOptions = false)
public final class ImportThenLive implements Callable<Integer> {

    private static final YearMonth FIRST_LIVE = YearMonth.of(2022, 1);
    private static final Duration ARRIVES_AFTER = Duration.ofMinutes(1);
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @Option(names = "--lives", defaultValue = "20", description = "hospitals for each length (${DEFAULT-VALUE})")
    private int lives;

    @Option(names = "--months", split = ",", defaultValue = "0,1,12", description = "imported (${DEFAULT-VALUE})")
    private List<Integer> months;

    @Option(names = "--days", defaultValue = "730", description = "that follow the import (${DEFAULT-VALUE})")
    private int days;

    @Option(names = "--answers", defaultValue = "100", description = "a day (${DEFAULT-VALUE})")
    private int answers;

    @Option(names = "--seed", defaultValue = "1", description = "seed (${DEFAULT-VALUE})")
    private long seed;

    private final SchemaRegistry registry = SharedSchemas.registry();
    private final AvroSerdes serdes = new AvroSerdes(registry);
    private long sent;

    /** Runs the study; the exit code is 1 where the watch has said anything of imported months alone. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new ImportThenLive()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        try (TemporaryDirectory directory = new TemporaryDirectory("heed-bench-");
                Broker broker = Broker.start(directory.path().resolve("broker"));
                BenchPipeline pipeline = new BenchPipeline(PipelineSettings.entrant(
                        broker.bootstrap(), 2, directory.path().resolve("state"), Questionnaires.shipped()))) {
            BenchTopics.create(broker.bootstrap());
            Map<String, Object> connection = Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrap());
            try (var writer = KafkaFeedbackWriter.connect(
                    connection, serdes.of(Topics.FEEDBACK).serializer(), KafkaFeedbackWriter.Config.defaults())) {
                pipeline.start();
                importAll(directory.path(), writer);
                pipeline.awaitCommitted(sent);
                long said = values(connection, Topics.BASELINES).count()
                        + values(connection, Topics.DROPS).count()
                        + values(connection, Topics.RISES).count();
                System.out.printf("%,d responses imported; records of the watch: %d%n", sent, said);
                live(writer);
                pipeline.awaitCommitted(sent);
                report(values(connection, Topics.DROPS).newestBy(Drop::getDropId));
                return said == 0 && pipeline.rejected() == 0 ? 0 : 1;
            }
        }
    }

    private <V> CommittedValues<V> values(Map<String, Object> connection, Topic<V> topic) {
        return new CommittedValues<>(topic, serdes, CommittedConsumers.of(connection));
    }

    private void importAll(Path directory, KafkaFeedbackWriter writer) throws IOException, InterruptedException {
        int longest = months.stream().mapToInt(Integer::intValue).max().orElse(0);
        for (int back = longest; back > 0; back--) {
            YearMonth month = FIRST_LIVE.minusMonths(back);
            StringBuilder rows = new StringBuilder("org_code,total_responses,positive_count,negative_count\n");
            for (int life = 0; life < lives; life++) {
                int positive = new SimulatedLife(seed, life, back).positiveOf(month.lengthOfMonth(), answers);
                int total = month.lengthOfMonth() * answers;
                for (int length : months) {
                    if (length >= back) {
                        rows.append(code(length, life))
                                .append(',')
                                .append(total)
                                .append(',')
                                .append(positive);
                        rows.append(',').append(total - positive).append('\n');
                        sent += total;
                    }
                }
            }
            Path file = Files.writeString(directory.resolve("fft_" + month + ".csv"), rows);
            new PublishedImport(new FftTrusts(), writer, code -> LONDON, Duration.ofDays(45), Clock.systemUTC())
                    .run(PublishedSource.ofFile(file, month), ImportProgress.NONE);
        }
    }

    private void live(KafkaFeedbackWriter writer) {
        var written = new Acknowledgements();
        for (int day = 0; day < days; day++) {
            for (int life = 0; life < lives; life++) {
                for (int length : months) {
                    new SimulatedLife(seed, life, -1 - day)
                            .day(FIRST_LIVE.atDay(1).plusDays(day), code(length, life), answers)
                            .forEach(each -> {
                                sent++;
                                written.expect(
                                        writer.write(each, each.getGivenAt().plus(ARRIVES_AFTER)));
                            });
                }
            }
            if (written.firstFailure() != null) {
                throw new IllegalStateException("a response could not be written", written.firstFailure());
            }
        }
    }

    private void report(List<Drop> drops) {
        Map<String, Long> alarms =
                drops.stream().collect(Collectors.groupingBy(Drop::getHospital, Collectors.counting()));
        System.out.println("| months imported | false alarms | a year | standard error |");
        System.out.println("|---|---|---|---|");
        double years = days / 365.0;
        for (int length : months) {
            double sum = 0;
            double squares = 0;
            for (int life = 0; life < lives; life++) {
                double rate = alarms.getOrDefault(code(length, life), 0L) / years;
                sum += rate;
                squares += rate * rate;
            }
            double mean = sum / lives;
            double error = Math.sqrt(Math.max(0, squares / lives - mean * mean) / (lives - 1));
            System.out.printf("| %d | %.0f | %.3f | %.3f |%n", length, sum * years, mean, error);
        }
    }

    private static String code(int length, int life) {
        return "M" + length + "-" + life;
    }
}
