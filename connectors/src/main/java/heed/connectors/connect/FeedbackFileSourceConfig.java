package heed.connectors.connect;

import heed.connectors.mapping.MappingText;
import heed.connectors.submission.CommentReader;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.questionnaire.Questionnaires;
import heed.schemas.registry.CachingSchemaRegistry;
import heed.schemas.registry.HttpSchemaRegistry;
import heed.schemas.registry.RegistryAccess;
import heed.schemas.serde.AvroSerdes;
import heed.schemas.serde.TopicSerdes;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.types.Password;

/**
 * Holds the connector's settings. Those that {@code heed.yaml} has too have the same names here, and should say the
 * same.
 */
final class FeedbackFileSourceConfig {

    private final AbstractConfig values;

    /**
     * Reads the settings.
     *
     * @throws org.apache.kafka.common.config.ConfigException in words, at the first that is wrong
     */
    FeedbackFileSourceConfig(Map<String, String> given) {
        this.values = new AbstractConfig(FeedbackFileSettings.DEFINITION, given, false);
    }

    Path directory() {
        return Path.of(values.getString(FeedbackFileSettings.DIRECTORY));
    }

    String files() {
        return values.getString(FeedbackFileSettings.FILES);
    }

    Duration still() {
        return Duration.ofMillis(values.getLong(FeedbackFileSettings.STILL));
    }

    Duration scan() {
        return Duration.ofMillis(values.getLong(FeedbackFileSettings.SCAN));
    }

    int batch() {
        return values.getInt(FeedbackFileSettings.BATCH);
    }

    Optional<Path> finished() {
        return path(FeedbackFileSettings.FINISHED);
    }

    boolean stopsAtUnreadable() {
        return values.getString(FeedbackFileSettings.UNREADABLE).equals(FeedbackFileSettings.STOP);
    }

    Duration lateness() {
        return Allowed.lateness(values.getString(FeedbackFileSettings.LATENESS));
    }

    /** Reads by what files are read; each problem is a {@link RuntimeException} in words. */
    RowFiling rows() {
        Questionnaires questionnaires = questionnaires();
        HospitalDirectory hospitals = hospitals();
        return new RowFiling(
                MappingText.read(values.getString(FeedbackFileSettings.MAPPING), questionnaires),
                questionnaires,
                hospitals,
                CommentReader.knowing(
                        path(FeedbackFileSettings.NAMES), hospitals, values.getInt(FeedbackFileSettings.LONGEST)));
    }

    Questionnaires questionnaires() {
        Questionnaires shipped = Questionnaires.shipped();
        return path(FeedbackFileSettings.QUESTIONNAIRES).map(shipped::andIn).orElse(shipped);
    }

    HospitalDirectory hospitals() {
        ZoneId zone = ZoneId.of(values.getString(FeedbackFileSettings.ZONE));
        return path(FeedbackFileSettings.HOSPITALS)
                .map(file -> HospitalDirectory.read(file, zone))
                .orElseGet(() -> HospitalDirectory.of(List.of(), zone));
    }

    String mapping() {
        return values.getString(FeedbackFileSettings.MAPPING);
    }

    TopicSerdes serdes(Clock clock) {
        return new AvroSerdes(new CachingSchemaRegistry(
                HttpSchemaRegistry.at(URI.create(values.getString(FeedbackFileSettings.REGISTRY)), access()), clock));
    }

    private RegistryAccess access() {
        String user = values.getString(FeedbackFileSettings.USER);
        String token = secret(FeedbackFileSettings.TOKEN);
        RegistryAccess access = !token.isEmpty()
                ? RegistryAccess.bearer(token)
                : user.isEmpty()
                        ? RegistryAccess.NONE
                        : RegistryAccess.basic(user, secret(FeedbackFileSettings.PASSWORD));
        return path(FeedbackFileSettings.CERTIFICATES).map(access::trusting).orElse(access);
    }

    private String secret(String name) {
        Password password = values.getPassword(name);
        return password.value();
    }

    private Optional<Path> path(String name) {
        String text = values.getString(name);
        return text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text));
    }
}
