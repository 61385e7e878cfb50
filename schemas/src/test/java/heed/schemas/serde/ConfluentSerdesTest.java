package heed.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.schemas.Feedback;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.apache.avro.util.ClassSecurityValidator;
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
