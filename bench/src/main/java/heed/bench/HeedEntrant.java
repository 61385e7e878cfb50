package heed.bench;

import heed.bench.entrant.EntrantSettings;
import heed.bench.streams.StreamsEntrant;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.serde.AvroSerdes;
import heed.topology.PipelineTopology;
import heed.topology.admit.CommitPace;
import heed.topology.tally.PipelineTallies;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.streams.StreamsConfig;

/** Enters the pipeline as the application runs it. */
final class HeedEntrant {

    private HeedEntrant() {}

    static StreamsEntrant of(EntrantSettings settings) {
        return of(settings, new PipelineTallies());
    }

    /** Enters the pipeline with tallies that somebody looks at. */
    static StreamsEntrant of(EntrantSettings settings, PipelineTallies tallies) {
        ExecutorService comparer = Executors.newSingleThreadExecutor();
        return new StreamsEntrant(
                PipelineTopology.build(
                        PipelineSettings.STEPS,
                        settings.questionnaires(),
                        HospitalDirectory.empty(),
                        settings.registry(),
                        new AvroSerdes(settings.registry()),
                        tallies,
                        comparer),
                paced(settings.streams()),
                comparer::shutdownNow);
    }

    /** Has the interval between commits be that of catching up, as the application does: see {@link CommitPace}. */
    private static Properties paced(Properties streams) {
        Properties paced = new Properties();
        paced.putAll(streams);
        long intervalMs = (long) Objects.requireNonNull(
                streams.get(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG), "a contender's interval between commits is set");
        paced.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, CommitPace.CATCHING_UP * intervalMs);
        return paced;
    }
}
