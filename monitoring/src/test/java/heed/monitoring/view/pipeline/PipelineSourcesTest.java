package heed.monitoring.view.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.SimulatedParts;
import heed.monitoring.SimulatedPipeline;
import heed.monitoring.pipeline.PipelineStatus;
import heed.schemas.Audience;
import heed.schemas.disclosure.Disclosure;
import heed.schemas.disclosure.Minimums;
import heed.schemas.reader.ReaderStatus;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PipelineSourcesTest {

    private static final Minimums MINIMUMS = new Minimums(10, 21);

    @ParameterizedTest
    @CsvSource({"PUBLISHED,63,0", "PUBLISHED,20999,0", "PUBLISHED,45000,42000", "INTERNAL,63,63"})
    void whatIsStillToBeReadOfOneAnswerIsToldToStaffAlone(Audience audience, long behind, long told) {
        // Given
        var sources = new PipelineSources(
                () -> PipelineStatus.Status.running(SimulatedPipeline.WALL),
                () -> new ReaderStatus(ReaderStatus.Phase.FOLLOWING, behind, SimulatedPipeline.WALL, 0),
                new SimulatedParts(),
                Clock.fixed(SimulatedPipeline.WALL, ZoneOffset.UTC));

        // When
        PipelineSources seen = sources.told(Disclosure.to(audience, MINIMUMS));

        // Then
        assertThat(seen.reader().get().lag()).isEqualTo(told);
        assertThat(seen.report().reader().lag()).isEqualTo(told);
    }
}
