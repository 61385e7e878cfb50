package heed.bench;

import heed.bench.entrant.EntrantSettings;
import heed.bench.streams.StreamsEntrant;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.serde.AvroSerdes;
import heed.topology.PipelineTopology;
import heed.topology.tally.PipelineTallies;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

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
                settings.streams(),
                comparer::shutdownNow);
    }
}
