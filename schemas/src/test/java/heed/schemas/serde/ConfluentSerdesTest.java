package heed.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.schemas.Feedback;
import heed.schemas.registry.RegistryUnavailableException;
import heed.schemas.rejected.RejectionReason;
import heed.schemas.topic.Topics;
import java.io.File;
import java.net.InetAddress;
import java.net.MalformedURLException;
import java.net.ServerSocket;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.apache.avro.util.ClassSecurityValidator;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;

class ConfluentSerdesTest {

    @Test
    void saysWhatToDoWhereConfluentsClassesAreAbsent() throws Exception {
        // Given
        try (URLClassLoader without = withoutTheOracle()) {
            var make = without.loadClass(ConfluentSerdes.class.getName()).getConstructor(String.class, Map.class);
            // When // Then
            assertThatThrownBy(() -> make.newInstance("http://registry", Map.of()))
                    .cause()
                    .isExactlyInstanceOf(IllegalStateException.class)
                    .hasMessage(
                            "serdes: confluent needs io.confluent.kafka.serializers.KafkaAvroSerializer, which is not"
                                    + " on the class path; build with the Maven profile 'confluent', add"
                                    + " io.confluent:kafka-avro-serializer yourself, or set serdes: heed");
        }
    }

    @Test
    void makesAvroTrustOurRecordsAndNothingElse() {
        // When
        new ConfluentSerdes("mock://trust", Map.of());
        // Then
        assertThat(ClassSecurityValidator.getGlobal().isTrusted(Feedback.class)).isTrue();
        assertThat(ClassSecurityValidator.getGlobal().isTrusted(ConfluentSerdes.class))
                .isFalse();
        assertThat(ClassSecurityValidator.getGlobal().isTrusted(ProcessBuilder.class))
                .isFalse();
    }

    @Test
    void tellsARegistryThatIsAwayFromBytesThatAreNoRecord() throws Exception {
        // Given
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        var reader = new ConfluentSerdes("http://127.0.0.1:" + closed, Map.of("max.retries", "0"))
                .of(Topics.PULSE)
                .deserializer();

        // When // Then
        assertThatThrownBy(() -> reader.deserialize(Topics.PULSE.name(), new byte[] {0, 0, 0, 0, 1, 2, 2}))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("http://127.0.0.1:" + closed);
        assertThatThrownBy(() -> reader.deserialize(Topics.PULSE.name(), new byte[] {7, 0, 0, 0, 1, 2, 2}))
                .isInstanceOf(SerializationException.class);
    }

    @Test
    void filesAnUnknownSchemaAndAnotherContractUnderTheirReasons() {
        // Given
        var serdes = new ConfluentSerdes("mock://reasons", Map.of());
        byte[] pulse =
                serdes.of(Topics.PULSE).serializer().serialize(Topics.PULSE.name(), AnyRecord.of(Topics.PULSE, 1));
        byte[] cut = Arrays.copyOf(pulse, pulse.length - 1);
        byte[] unknown = pulse.clone();
        unknown[1] = 100;
        var feedback = serdes.of(Topics.FEEDBACK).deserializer();
        var pulses = serdes.of(Topics.PULSE).deserializer();

        // When // Then
        assertThatThrownBy(() -> feedback.deserialize(Topics.FEEDBACK.name(), pulse))
                .extracting(e -> ((UnreadableRecordException) e).reason())
                .isEqualTo(RejectionReason.WRONG_TYPE);
        assertThatThrownBy(() -> pulses.deserialize(Topics.PULSE.name(), unknown))
                .extracting(e -> ((UnreadableRecordException) e).reason())
                .isEqualTo(RejectionReason.UNKNOWN_SCHEMA);
        assertThatThrownBy(() -> pulses.deserialize(Topics.PULSE.name(), cut))
                .isExactlyInstanceOf(SerializationException.class);
    }

    private static URLClassLoader withoutTheOracle() throws Exception {
        URL[] others = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("oracle"))
                .map(ConfluentSerdesTest::url)
                .toArray(URL[]::new);
        return new URLClassLoader(others, ClassLoader.getPlatformClassLoader());
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new AssertionError(e);
        }
    }
}
