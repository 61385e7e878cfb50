package heed.app.serdes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.app.embedded.EmbeddedRegistry;
import heed.app.embedded.RegistryHome;
import heed.schemas.Comment;
import heed.schemas.Score;
import heed.schemas.Topics;
import heed.schemas.registry.HttpSchemaRegistry;
import heed.schemas.registry.SchemaRegistry;
import heed.schemas.registry.UnknownSchemaException;
import heed.schemas.serde.SerdeContract;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import java.net.http.HttpClient;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds serdes to the genuine ones over a real registry, which the genuine client asks too. */
abstract class RegistrySerdeContract extends SerdeContract {

    private static final int ID_OF_NOTHING = 2_000_000_000;

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
    protected SchemaRegistry registry() {
        return HttpSchemaRegistry.at(server.url());
    }

    @Override
    protected String registryUrl() {
        return server.url().toString();
    }

    @Test
    void knowsTheSubjectsThatTheGenuineClientSees() throws Exception {
        // Given
        HttpSchemaRegistry ours = HttpSchemaRegistry.at(server.url());
        ours.register(Topics.COMMENTS.subject(), Comment.getClassSchema());
        // When
        try (var genuine = new CachedSchemaRegistryClient(registryUrl(), 10)) {
            // Then
            assertThat(ours.subjects())
                    .contains(Topics.COMMENTS.subject())
                    .containsExactlyInAnyOrderElementsOf(genuine.getAllSubjects());
        }
    }

    @Test
    void saysUnknownOfAnIdThatTheRegistryNeverGave() {
        // When // Then
        assertThatThrownBy(() -> registry().byId(ID_OF_NOTHING)).isInstanceOf(UnknownSchemaException.class);
    }

    @Test
    void findsAnIncompatibleSchemaOut() {
        // Given
        HttpSchemaRegistry ours = HttpSchemaRegistry.at(server.url());
        ours.register("judged-value", Comment.getClassSchema());
        // When // Then
        assertThat(ours.isCompatible("judged-value", Comment.getClassSchema())).isTrue();
        assertThat(ours.isCompatible("judged-value", Score.getClassSchema())).isFalse();
        assertThat(ours.isCompatible("new-value", Score.getClassSchema())).isTrue();
    }
}
