package heed.app.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.app.server.instance.SchemaFile;
import heed.schemas.registry.MemorySchemaRegistry;
import heed.schemas.registry.SchemaRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaMemoryTest {

    private static final Schema LETTER =
            SchemaBuilder.record("Letter").fields().requiredString("text").endRecord();
    private static final Schema LONGER_LETTER = SchemaBuilder.record("Letter")
            .fields()
            .requiredString("text")
            .name("sender")
            .type()
            .stringType()
            .stringDefault("")
            .endRecord();
    private static final Schema PARCEL =
            SchemaBuilder.record("Parcel").fields().requiredInt("grams").endRecord();

    @TempDir
    private Path data;

    private SchemaMemory memory(SchemaRegistry registry) {
        return new SchemaMemory(new SchemaFile(data), registry);
    }

    private void writtenWith(Schema... schemas) {
        SchemaRegistry registry = new MemorySchemaRegistry();
        for (Schema schema : schemas) {
            registry.register(schema.getName(), schema);
            memory(registry).remember(Map.of(schema.getName(), schema));
        }
    }

    @Test
    void givesEveryIdAgainWhereTheRegistryHasLostAll() {
        // Given
        writtenWith(LETTER, PARCEL, LONGER_LETTER);
        SchemaRegistry empty = new MemorySchemaRegistry();

        // When
        memory(empty).recall();

        // Then
        assertThat(empty.byId(1)).isEqualTo(LETTER);
        assertThat(empty.byId(2)).isEqualTo(PARCEL);
        assertThat(empty.byId(3)).isEqualTo(LONGER_LETTER);
    }

    @Test
    void refusesARegistryThatWasFilledWithTheSchemasOfANewerProgram() {
        // Given
        writtenWith(LETTER, PARCEL, LONGER_LETTER);
        SchemaRegistry filledAnew = new MemorySchemaRegistry();
        filledAnew.register("Letter", LONGER_LETTER);
        filledAnew.register("Parcel", PARCEL);

        // When // Then
        assertThatThrownBy(() -> memory(filledAnew).recall())
                .isInstanceOf(StartException.class)
                .hasMessageContaining("gives id 3 another meaning")
                .hasMessageContaining("the schema of Letter")
                .hasMessageContaining("schemas.json")
                .hasMessageContaining("`heed restore`");
    }

    @Test
    void refusesAnIdThatMeansAnother() {
        // Given
        writtenWith(LETTER);
        SchemaRegistry other = new MemorySchemaRegistry();
        other.register("Parcel", PARCEL);

        // When // Then
        assertThatThrownBy(() -> memory(other).recall()).hasMessageContaining("gives id 1 another meaning");
    }

    @Test
    void asksNothingOfDataThatIsNew() {
        // Given
        SchemaRegistry registry = new MemorySchemaRegistry();

        // When
        memory(registry).recall();

        // Then
        assertThat(registry.register("Parcel", PARCEL)).isEqualTo(1);
    }

    @Test
    void saysWhatToDoAboutAFileThatIsDamaged() throws Exception {
        // Given
        Files.writeString(data.resolve("schemas.json"), "{\"1\": ");

        // When // Then
        assertThatThrownBy(() -> memory(new MemorySchemaRegistry()))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("schemas.json")
                .hasMessageContaining("delete it");
    }
}
