package heed.app.serdes;

import static org.assertj.core.api.Assertions.assertThat;

import heed.app.server.embedded.EmbeddedRegistry;
import heed.app.server.embedded.RegistryHome;
import heed.schemas.Comment;
import heed.schemas.Rated;
import heed.schemas.serde.HttpRegistryContract;
import heed.schemas.topic.Topics;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the contract over the embedded registry, which the genuine client asks too. */
abstract class RegistrySerdeContract extends HttpRegistryContract {

    @TempDir
    static Path directory;

    private static EmbeddedRegistry server;

    @BeforeAll
    static void start() {
        server = EmbeddedRegistry.start(directory, RegistryHome.find(), HttpClient.newHttpClient());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Override
    protected URI server() {
        return server.url();
    }

    @Test
    void registersWhereTheGenuineClientLooks() throws Exception {
        // Given
        Comment comment = new Comment("id", 1, "RJ1", null, null, null, Rated.UNSTATED, "thanks", Instant.EPOCH);
        // When
        serdes().of(Topics.COMMENTS).serializer().serialize(Topics.COMMENTS.name(), comment);
        // Then
        try (var genuine = new CachedSchemaRegistryClient(registryUrl(), 10)) {
            assertThat(genuine.getAllSubjects())
                    .contains("heed.comments.v1-value")
                    .containsExactlyInAnyOrderElementsOf(client().subjects());
        }
    }
}
