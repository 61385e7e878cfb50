package heed.topology;

import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.registry.MemorySchemaRegistry;
import heed.schemas.serde.AvroSerdes;
import heed.topology.step.BuiltTopology;
import heed.topology.tally.PipelineTallies;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.Buffer;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.data.RecordBuilder;
import org.junit.jupiter.api.Test;

/**
 * Tasks run in several threads: what one of them writes on, such as the builder of a record, must belong to no other.
 *
 * <p>Looks at all objects that the processors and states of two tasks can reach before they run.
 */
class SharedObjectsTest {

    @Test
    void twoTasksShareNothingThatEitherWritesOn() throws ReflectiveOperationException {
        // Given
        MemorySchemaRegistry registry = new MemorySchemaRegistry();
        BuiltTopology topology = new BuiltTopology(TopologyFixture.topology(
                TopologyFixture.CONFIG,
                HospitalDirectory.empty(),
                registry,
                new AvroSerdes(registry),
                new PipelineTallies()));

        // When
        Set<Object> one = ReachedObjects.of(topology.partsOfATask());
        Set<Object> other = ReachedObjects.of(topology.partsOfATask());
        Set<String> shared = new TreeSet<>();
        for (Object each : one) {
            if (other.contains(each) && isWrittenOn(each)) {
                shared.add(each.getClass().getName());
            }
        }

        // Then
        assertThat(one).hasSizeGreaterThan(200);
        assertThat(shared).isEmpty();
    }

    /** Fields that are not final are written to; what Kafka Streams, Avro and Java share is theirs to guard. */
    private static boolean isWrittenOn(Object object) throws ReflectiveOperationException {
        return object instanceof RecordBuilder
                || object instanceof Buffer
                || (object.getClass().getName().startsWith("heed.topology.")
                        && hasFieldsThatChange(object.getClass())
                        && !isLookedIntoOnly(object));
    }

    /**
     * Tables of what questionnaires ask are full before there is a task; those that tasks fill are empty until then.
     */
    private static boolean isLookedIntoOnly(Object object) throws ReflectiveOperationException {
        if (!object.getClass().getSimpleName().equals("ByteTable")) {
            return false;
        }
        Field size = object.getClass().getDeclaredField("size");
        size.setAccessible(true);
        return size.getInt(object) > 0;
    }

    private static boolean hasFieldsThatChange(Class<?> type) {
        for (Field field : type.getDeclaredFields()) {
            int modifiers = field.getModifiers();
            if (!Modifier.isStatic(modifiers) && !Modifier.isFinal(modifiers) && !Modifier.isVolatile(modifiers)) {
                return true;
            }
        }
        return false;
    }
}
