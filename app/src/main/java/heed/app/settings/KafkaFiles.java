package heed.app.settings;

import heed.schemas.name.NearestName;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;

/** Reads files of Kafka's client settings, in the form that Kafka's own tools take them by {@code --command-config}. */
final class KafkaFiles {

    private final List<SettingProblem> problems;

    /** Adds what is wrong to {@code problems}; nothing of a value is in it. */
    KafkaFiles(List<SettingProblem> problems) {
        this.problems = problems;
    }

    Map<String, String> read(Path file) {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            properties.load(in);
        } catch (IOException | IllegalArgumentException e) {
            problems.add(new SettingProblem(file + ": can't be read: " + e));
        }
        Map<String, String> settings = new HashMap<>();
        for (String name : new TreeSet<>(properties.stringPropertyNames())) {
            take(file, name, properties.getProperty(name, "").strip(), settings);
        }
        return settings;
    }

    private void take(Path file, String name, String value, Map<String, String> settings) {
        if (!KafkaNames.all().contains(name)) {
            problems.add(new SettingProblem(file + ": " + name
                    + " is none of the settings that Heed takes of Kafka's; the nearest is "
                    + NearestName.of(name, new TreeSet<>(KafkaNames.all()))));
            return;
        }
        try {
            KafkaNames.type(name).parse(value).ifPresent(given -> settings.put(name, given));
        } catch (IllegalArgumentException e) {
            problems.add(new SettingProblem(
                    file + ": " + name + " must be " + KafkaNames.type(name).allowed()));
        }
    }
}
