package heed.connectors.connect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.ExactlyOnceSupport;
import org.apache.kafka.connect.source.SourceConnector;
import org.jspecify.annotations.Nullable;

/**
 * Has one task read the files of a directory. There is one, however many are allowed: files are read in the order of
 * their names, so that a correction in a later file comes behind what it corrects.
 *
 * <p>Transactions are the worker's, one for each {@code poll}: a response and its comment are always in the same.
 */
public final class FeedbackFileSourceConnector extends SourceConnector {

    private Map<String, String> settings = Map.of();

    @Override
    public String version() {
        @Nullable
        String version = FeedbackFileSourceConnector.class.getPackage().getImplementationVersion();
        return Objects.requireNonNullElse(version, "unknown");
    }

    @Override
    public ConfigDef config() {
        return FeedbackFileSettings.DEFINITION;
    }

    @Override
    public Config validate(Map<String, String> given) {
        Config checked = super.validate(given);
        List<ConfigValue> all = new ArrayList<>(checked.configValues());
        new FeedbackFileChecks(given, all).run();
        return new Config(all);
    }

    @Override
    public void start(Map<String, String> given) {
        settings = Map.copyOf(given);
    }

    @Override
    public Class<? extends Task> taskClass() {
        return FeedbackFileSourceTask.class;
    }

    @Override
    public List<Map<String, String>> taskConfigs(int mostTasks) {
        return List.of(settings);
    }

    @Override
    public void stop() {
        // The connector itself holds nothing.
    }

    @Override
    public ExactlyOnceSupport exactlyOnceSupport(Map<String, String> given) {
        return ExactlyOnceSupport.SUPPORTED;
    }

    /** Takes places that were written by hand, where the task will understand them. */
    @Override
    public boolean alterOffsets(Map<String, String> given, Map<Map<String, ?>, Map<String, ?>> offsets) {
        offsets.forEach((partition, offset) -> {
            if (!SourceFile.isPartition(partition)) {
                throw new ConnectException("a partition is {\"file\": NAME, \"content\": SHA-256 of the file as 64 hex"
                        + " digits}; GET .../offsets shows those that there are");
            }
            if (offset != null && !FilePlace.isOffset(offset)) {
                throw new ConnectException("an offset is {\"line\": LINE, \"end\": true or false}: the line on which"
                        + " the last row that was taken begins, and whether it is the last of the file");
            }
        });
        return true;
    }
}
