package heed.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class CachingSchemaRegistryTest {

    private static final Schema TEXT = Schema.create(Schema.Type.STRING);

    private final Asked asked = new Asked();
    private Instant now = Instant.parse("2026-03-01T00:00:00Z");
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private final CachingSchemaRegistry registry = new CachingSchemaRegistry(asked, clock);

    @Test
    void asksOnceForAnIdAndWorksOnWhileTheRegistryIsDown() {
        // Given
        asked.known.register("text", TEXT);
        registry.byId(1);
        asked.down = true;
        now = now.plus(Duration.ofDays(400));
        // When // Then
        assertThat(registry.byId(1)).isEqualTo(TEXT);
        assertThatThrownBy(() -> registry.byId(2)).isInstanceOf(RegistryUnavailableException.class);
        assertThat(asked.questions).containsExactly("byId 1", "byId 2");
    }

    @Test
    void registersOnceAndThenKnowsTheIdsSchemaToo() {
        // When
        int id = registry.register("text", TEXT);
        asked.down = true;
        // Then
        assertThat(registry.register("text", TEXT)).isEqualTo(id);
        assertThat(registry.byId(id)).isEqualTo(TEXT);
        assertThat(asked.questions).containsExactly("register text");
    }

    @Test
    void asksAgainForAnUnknownIdAfterAMinuteAndNotBefore() {
        // When
        Throwable first = catchThrowable(() -> registry.byId(1));
        asked.known.register("text", TEXT);
        now = now.plusMillis(59_999);
        Throwable before = catchThrowable(() -> registry.byId(1));
        now = now.plusMillis(1);
        Schema after = registry.byId(1);
        // Then
        assertThat(first).isInstanceOf(UnknownSchemaException.class);
        assertThat(before).isInstanceOf(UnknownSchemaException.class);
        assertThat(after).isEqualTo(TEXT);
        assertThat(asked.questions).containsExactly("byId 1", "byId 1");
    }

    @Test
    void remembersTheNewestThousandUnknownIds() {
        // Given
        var refusals = new ArrayList<Throwable>();
        for (int id = 1; id <= 1_001; id++) {
            int unknown = id;
            refusals.add(catchThrowable(() -> registry.byId(unknown)));
        }
        asked.questions.clear();
        // When
        for (int id : List.of(2, 1_001, 1)) {
            refusals.add(catchThrowable(() -> registry.byId(id)));
        }
        // Then
        assertThat(refusals).hasSize(1_004).hasOnlyElementsOfType(UnknownSchemaException.class);
        assertThat(asked.questions).containsExactly("byId 1");
    }

    private static final class Asked implements SchemaRegistry {

        private final MemorySchemaRegistry known = new MemorySchemaRegistry();
        private final List<String> questions = new ArrayList<>();
        private boolean down;

        @Override
        public int register(String subject, Schema schema) {
            ask("register " + subject);
            return known.register(subject, schema);
        }

        @Override
        public Schema byId(int id) {
            ask("byId " + id);
            return known.byId(id);
        }

        private void ask(String question) {
            questions.add(question);
            if (down) {
                throw new RegistryUnavailableException("http://registry", "refused");
            }
        }
    }
}
