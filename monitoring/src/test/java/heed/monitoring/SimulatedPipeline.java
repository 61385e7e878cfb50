package heed.monitoring;

import heed.monitoring.pipeline.PipelineStatus;
import heed.monitoring.view.pipeline.PipelineSources;
import heed.schemas.reader.ReaderStatus;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** A pipeline that a test stops, holds up or starts, at noon of 5 May 2030 by the wall clock; it runs until then. */
public final class SimulatedPipeline {

    public static final Instant WALL = Instant.parse("2030-05-05T11:00:00Z");

    private final SimulatedParts parts = new SimulatedParts();
    private PipelineStatus.Status status = PipelineStatus.Status.running(WALL.minusSeconds(3_600));
    private ReaderStatus reader = new ReaderStatus(ReaderStatus.Phase.FOLLOWING, 0, WALL, 0);

    public static PipelineSources running() {
        return new SimulatedPipeline().sources();
    }

    public PipelineSources sources() {
        return new PipelineSources(() -> status, () -> reader, parts, Clock.fixed(WALL, ZoneOffset.UTC));
    }

    public SimulatedPipeline in(PipelineStatus.State state, long seconds) {
        status = new PipelineStatus.Status(state, WALL.minusSeconds(seconds), List.of(), List.of());
        return this;
    }

    public SimulatedPipeline reading(ReaderStatus.Phase phase, Instant contact) {
        reader = new ReaderStatus(phase, 0, contact, 0);
        return this;
    }

    /** Lets records of a hospital wait, and none be done for so long. */
    public SimulatedPipeline stuckFor(String hospital, long seconds) {
        parts.waiting(parts.partitionOf(hospital), 12, WALL.minusSeconds(seconds));
        return this;
    }
}
