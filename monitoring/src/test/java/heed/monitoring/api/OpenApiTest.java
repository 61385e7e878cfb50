package heed.monitoring.api;

import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.Simulated;
import heed.monitoring.SimulatedParts;
import heed.monitoring.actions.ActionDesk;
import heed.monitoring.pipeline.PipelineStatus;
import heed.monitoring.readmodel.ReadModel;
import heed.monitoring.view.Condition;
import heed.monitoring.view.Names;
import heed.monitoring.view.pipeline.PipelineSources;
import heed.monitoring.web.ViewedModels;
import heed.monitoring.web.Viewers;
import heed.schemas.figures.FalseShare;
import heed.schemas.questionnaire.Questionnaires;
import heed.schemas.reader.ReaderStatus;
import io.javalin.Javalin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class OpenApiTest {

    private final OpenApiDocument document = new OpenApiDocument();

    private static List<String> routes() {
        Clock clock = Clock.systemUTC();
        var model = new ViewedModels(new ReadModel(clock, Simulated.STAFF), Viewers.everything());
        Api api = new Api(
                model,
                new Names(Simulated.directory(), Questionnaires.shipped()),
                new ActionDesk(action -> CompletableFuture.completedFuture(null), (kind, outcome) -> {}, clock),
                new PipelineSources(
                        () -> PipelineStatus.Status.running(Instant.EPOCH),
                        () -> new ReaderStatus(ReaderStatus.Phase.FOLLOWING, 0, null, 0),
                        new SimulatedParts(),
                        clock),
                new FalseShare(.10));
        return Javalin.create(config -> api.addTo(config.routes)).unsafe.internalRouter.allHttpHandlers().stream()
                .map(each -> each.endpoint.path)
                .toList();
    }

    @Test
    void describesEveryRouteAndNoOther() {
        // When
        List<String> described = document.paths().stream()
                .filter(path -> path.startsWith("/api/"))
                .toList();

        // Then
        assertThat(routes()).hasSizeGreaterThan(10).containsExactlyInAnyOrderElementsOf(described);
    }

    @Test
    void describesEveryState() {
        // When // Then
        assertThat(document.values("State"))
                .containsExactlyElementsOf(
                        Arrays.stream(Condition.values()).map(Condition::name).toList());
    }

    @Test
    void isToldToPeopleToo() throws IOException {
        // When // Then
        assertThat(Files.readString(Path.of("..", "docs", "api.md"))).contains(document.paths());
    }

    @Test
    void describesEveryFieldOfAContractUnderItsOwnName() {
        // When // Then
        OpenApiDocument.contracts().forEach((name, schema) -> assertThat(document.properties(name))
                .containsAll(schema.getFields().stream()
                        .filter(field -> field.schema().getType() != Schema.Type.ARRAY)
                        .map(Schema.Field::name)
                        .toList()));
    }
}
