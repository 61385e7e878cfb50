package heed.app.server.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import heed.monitoring.pipeline.PipelineParts;
import heed.schemas.registry.MemorySchemaRegistry;
import heed.schemas.registry.RegistryUnavailableException;
import heed.schemas.registry.SchemaRegistry;
import heed.schemas.registry.UnknownSchemaException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.Test;

class RegistryContactTest {

    private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);

    @Test
    void notesAnAnswer() {
        // Given
        var contact = new RegistryContact(new MemorySchemaRegistry(), CLOCK);
        PipelineParts.Registry before = contact.last();

        // When
        int id = contact.register("a", SchemaBuilder.builder().stringType());

        // Then
        assertThat(before).isEqualTo(new PipelineParts.Registry(Optional.empty(), Optional.empty()));
        assertThat(contact.byId(id)).isEqualTo(SchemaBuilder.builder().stringType());
        assertThat(contact.last()).isEqualTo(new PipelineParts.Registry(Optional.of(NOON), Optional.empty()));
    }

    @Test
    void notesThatItDidNotAnswerAndPassesTheTroubleOn() {
        // Given
        var contact = new RegistryContact(new Unavailable(), CLOCK);

        // When
        Throwable thrown = catchThrowable(() -> contact.byId(1));

        // Then
        assertThat(thrown).isInstanceOf(RegistryUnavailableException.class);
        assertThat(contact.last()).isEqualTo(new PipelineParts.Registry(Optional.empty(), Optional.of(NOON)));
        assertThat(contact.last().isFailing()).isTrue();
    }

    @Test
    void takesARefusalForAnAnswer() {
        // Given
        var contact = new RegistryContact(new MemorySchemaRegistry(), CLOCK);

        // When
        Throwable thrown = catchThrowable(() -> contact.byId(7));

        // Then
        assertThat(thrown).isInstanceOf(UnknownSchemaException.class);
        assertThat(contact.last()).isEqualTo(new PipelineParts.Registry(Optional.of(NOON), Optional.empty()));
    }

    private static final class Unavailable implements SchemaRegistry {

        @Override
        public int register(String subject, Schema schema) {
            throw new RegistryUnavailableException("http://registry", "away", null);
        }

        @Override
        public Schema byId(int id) {
            throw new RegistryUnavailableException("http://registry", "away", null);
        }
    }
}
